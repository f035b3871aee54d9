package org.talblatt.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talblatt.platform.mail.MailAddress;

/** All SQL of registrations that wait for their confirmation. */
@Component
public class Registrations {
  /** How many of one mail address may wait: enough for who mistypes, few enough to mail again. */
  static final int MOST_PER_ADDRESS = 3;

  /**
   * One that waits.
   *
   * @param textKeyHash in hexadecimal digits; null where no text waits with it
   */
  record Waiting(
      long id,
      AccountName name,
      MailAddress email,
      String passwordHash,
      String language,
      Agreement agreement,
      boolean readFirst,
      @Nullable String textKeyHash,
      String back) {}

  private static final String SELECT =
      """
      select r.id, r.name, r.email, r.password_hash, r.language, r.accepted_rules,
        r.accepted_privacy, r.accepted_age, r.read_first, encode(r.text_key_hash, 'hex'), r.back
      from registration r
      """;

  private final JdbcClient db;

  Registrations(JdbcClient db) {
    this.db = db;
  }

  /** Lets one registration or confirmation after the other through, until the transaction ends. */
  public void queueUp() {
    db.sql("select pg_advisory_xact_lock(hashtext('registration'))").query().listOfRows();
  }

  /**
   * Whether somebody else has this name or one that looks like it: as an account, or waiting. Who
   * registers again with the same mail address is not somebody else, nor who sends the same form.
   *
   * @param form see {@link org.talblatt.identity.guard.FormTokens#key}
   */
  boolean nameTaken(AccountName name, MailAddress email, byte[] form) {
    return db.sql(
            """
            select exists (
                select from account where name_key = :key or name_look = :look)
              or exists (
                select from reserved_name where name_key = :key or name_look = :look)
              or exists (
                select from registration
                where (name_key = :key or name_look = :look) and email_key <> :email
                  and id not in (
                    select registration from used_form
                    where form = :form and registration is not null))
            """)
        .param("key", name.key())
        .param("look", name.look())
        .param("email", email.key())
        .param("form", form)
        .query(Boolean.class)
        .single();
  }

  /** Whether a form was sent before, with success. */
  boolean usedForm(byte[] form) {
    return db.sql("select exists (select from used_form where form = ?)")
        .param(form)
        .query(Boolean.class)
        .single();
  }

  /** Notes which registration a form made. */
  void madeBy(byte[] form, long registration) {
    db.sql("update used_form set registration = ? where form = ?")
        .params(registration, form)
        .update();
  }

  /** Forgets the registration that a form made; false where it waits no more. */
  boolean deleteMadeBy(byte[] form) {
    return db.sql(
                """
                delete from registration
                where id = (select registration from used_form where form = ?)
                """)
            .param(form)
            .update()
        == 1;
  }

  /**
   * Stores a registration beside those that wait for the same mail address: it may be somebody
   * else's. The oldest beyond {@link #MOST_PER_ADDRESS} give way, with the links mailed for them.
   */
  long put(Candidate candidate, String passwordHash, Agreement agreement) {
    dropEnded();
    long id =
        db.sql(
                """
                insert into registration (name, name_key, name_look, email, email_key,
                  password_hash, language, accepted_rules, accepted_privacy, accepted_age,
                  read_first, text_key_hash, back, expires_at)
                values (:name, :nameKey, :look, :email, :emailKey,
                  :hash, :language, :rules, :privacy, :age, :readFirst, :text, :back, now() + interval '7 days')
                returning id
                """)
            .param("name", candidate.name().value())
            .param("nameKey", candidate.name().key())
            .param("look", candidate.name().look())
            .param("email", candidate.email().value())
            .param("emailKey", candidate.email().key())
            .param("hash", passwordHash)
            .param("language", candidate.language())
            .param("rules", agreement.rules())
            .param("privacy", agreement.privacy())
            .param("age", agreement.age())
            .param("readFirst", candidate.readFirst())
            .param("text", candidate.text().isEmpty() ? null : Token.hash(candidate.text()))
            .param("back", candidate.back())
            .query(Long.class)
            .single();
    db.sql(
            """
            delete from registration where id in (
              select id from registration where email_key = :email order by id desc offset :most)
            """)
        .param("email", candidate.email().key())
        .param("most", MOST_PER_ADDRESS)
        .update();
    return id;
  }

  Optional<Waiting> find(long id) {
    return db.sql(SELECT + "where r.id = ? and r.expires_at > now()")
        .param(id)
        .query(Registrations::waiting)
        .optional();
  }

  /** All that wait for this mail address, the newest first. */
  List<Waiting> withEmail(MailAddress email) {
    return db.sql(SELECT + "where r.email_key = ? and r.expires_at > now() order by r.id desc")
        .param(email.key())
        .query(Registrations::waiting)
        .list();
  }

  /** The newest with this name. */
  Optional<Waiting> withNameKey(String key) {
    return db.sql(
            SELECT + "where r.name_key = ? and r.expires_at > now() order by r.id desc limit 1")
        .param(key)
        .query(Registrations::waiting)
        .optional();
  }

  /** The one that a mailed link confirms, if the link is still good; locked, so it is used once. */
  Optional<Waiting> linked(String link) {
    return db.sql(
            SELECT
                + """
                join mailed_link l on l.registration = r.id
                where l.token_hash = ? and l.purpose = 'confirm'
                  and l.expires_at > now() and r.expires_at > now()
                for update of r
                """)
        .param(Token.hash(link))
        .query(Registrations::waiting)
        .optional();
  }

  /** Forgets all that wait for this mail address, with the links mailed for them. */
  void deleteAll(MailAddress email) {
    db.sql("delete from registration where email_key = ?").param(email.key()).update();
  }

  /** Frees the names of those who never confirmed. */
  int dropEnded() {
    return db.sql("delete from registration where expires_at <= now()").update();
  }

  private static Waiting waiting(ResultSet row, int number) throws SQLException {
    return new Waiting(
        row.getLong(1),
        new AccountName(row.getString(2)),
        new MailAddress(row.getString(3)),
        row.getString(4),
        row.getString(5),
        new Agreement(row.getString(6), row.getString(7), row.getInt(8)),
        row.getBoolean(9),
        row.getString(10),
        row.getString(11));
  }
}
