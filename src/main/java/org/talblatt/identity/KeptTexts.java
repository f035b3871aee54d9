package org.talblatt.identity;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;

/**
 * Text typed before the login, kept for 24 hours under a key that only its author has. Whoever
 * brings the key along when logging in finds the text in its form; it is never sent by itself.
 */
@Component
public class KeptTexts {
  /** What the forms let through: ten times what a comment may have, so that nothing is cut off. */
  private static final int LONGEST = 20_000;

  private final JdbcClient db;
  private final SecureRandom random;

  KeptTexts(JdbcClient db, SecureRandom random) {
    this.db = db;
    this.random = random;
  }

  /** Keeps a text; the key is 256 random bits and known to nobody else. */
  @Transactional
  public String keep(KeptText.Place place, String text) {
    // browsers count a line's end as one character and send two
    if (text.replace("\r\n", "\n").length() > LONGEST) {
      throw Failure.of(Failure.Kind.TOO_LARGE, "failure.too-large");
    }
    Token key = Token.random(random);
    KeptText.Reported reported = place.reports();
    db.sql(
            """
            insert into kept_text
              (key_hash, article, reply_to, edits, reports, reason, text, expires_at)
            values (:hash, :article, :replyTo, :edits, :reports, :reason, :text,
              now() + interval '24 hours')
            """)
        .param("hash", key.hash())
        .param("article", place.article().value())
        .param("replyTo", place.replyTo(), Types.INTEGER)
        .param("edits", place.edits(), Types.INTEGER)
        .param("reports", reported == null ? null : reported.number(), Types.INTEGER)
        .param("reason", reported == null ? null : reported.reason())
        .param("text", text.replace("\0", ""))
        .update();
    return key.secret();
  }

  /** The texts that wait for this account under an article: the newest of each form. */
  public List<KeptText> of(AccountId account, ArticleId article) {
    return db.sql(
            """
            select distinct on (reply_to, edits, reports)
              article, reply_to, edits, reports, reason, text
            from kept_text where account = ? and article = ? and expires_at > now()
            order by reply_to nulls first, edits, reports, created_at desc
            """)
        .params(account.value(), article.value())
        .query((row, n) -> new KeptText(place(row, n), row.getString("text")))
        .list();
  }

  /** The text that waits for this account in one form. */
  public Optional<KeptText> of(AccountId account, KeptText.Place place) {
    return of(account, place.article()).stream()
        .filter(kept -> sameForm(kept.place(), place))
        .findFirst();
  }

  /** Whichever reason is ticked in it. */
  private static boolean sameForm(KeptText.Place kept, KeptText.Place asked) {
    KeptText.Reported one = kept.reports();
    KeptText.Reported other = asked.reports();
    if (one == null || other == null) {
      return kept.equals(asked);
    }
    return kept.article().equals(asked.article()) && one.number() == other.number();
  }

  /** Lets go of what waits in a form: it was sent, or thrown away. */
  @Transactional
  public void drop(AccountId account, KeptText.Place place) {
    KeptText.Reported reported = place.reports();
    db.sql(
            """
            delete from kept_text where account = :account and article = :article
            and reply_to is not distinct from cast(:replyTo as int)
            and edits is not distinct from cast(:edits as int)
            and reports is not distinct from cast(:reports as int)
            """)
        .param("account", account.value())
        .param("article", place.article().value())
        .param("replyTo", place.replyTo(), Types.INTEGER)
        .param("edits", place.edits(), Types.INTEGER)
        .param("reports", reported == null ? null : reported.number(), Types.INTEGER)
        .update();
  }

  /**
   * Gives the text under this key to an account, once and for all. The form it belongs to, where
   * the key is good.
   */
  @Transactional
  public Optional<KeptText.Place> claim(String key, AccountId account) {
    return claim(Token.hash(key), account);
  }

  /** As above, by what is stored of the key. */
  @Transactional
  Optional<KeptText.Place> claim(byte[] keyHash, AccountId account) {
    return db.sql(
            """
            update kept_text set account = :account
            where key_hash = :hash and expires_at > now()
              and (account is null or account = :account)
            returning article, reply_to, edits, reports, reason
            """)
        .param("account", account.value())
        .param("hash", keyHash)
        .query(KeptTexts::place)
        .optional();
  }

  int dropEnded() {
    return db.sql("delete from kept_text where expires_at <= now()").update();
  }

  private static KeptText.Place place(ResultSet row, int number) throws SQLException {
    Integer reports = row.getObject("reports", Integer.class);
    return new KeptText.Place(
        new ArticleId(row.getLong("article")),
        row.getObject("reply_to", Integer.class),
        row.getObject("edits", Integer.class),
        reports == null ? null : new KeptText.Reported(reports, row.getString("reason")));
  }
}
