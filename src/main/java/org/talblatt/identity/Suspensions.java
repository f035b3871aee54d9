package org.talblatt.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;

/**
 * Who may not write for a while, or never again. A suspension ends by the clock of the database,
 * which {@code live_session} asks too. Decided elsewhere, with reasons.
 */
@Component
public class Suspensions {
  private static final String SELECT =
      "select account, until, reason, decision, banned from account_suspension ";

  private final JdbcClient db;

  Suspensions(JdbcClient db) {
    this.db = db;
  }

  /**
   * An account's suspension or ban.
   *
   * @param until null where it has no end
   * @param reason as its reader is told
   * @param decision the number of the decision
   */
  public record Suspension(
      AccountId account,
      @Nullable Instant until,
      String reason,
      @Nullable Long decision,
      boolean banned) {}

  /** What holds at this moment; empty for who may write. */
  public Optional<Suspension> of(AccountId account) {
    return db.sql(SELECT + "where account = ?")
        .param(account.value())
        .query((row, n) -> suspension(row))
        .optional();
  }

  /** Everybody suspended or banned at this moment, those who come back soonest first. */
  public List<Suspension> all() {
    return db.sql(SELECT + "order by until nulls last, account limit 500")
        .query((row, n) -> suspension(row))
        .list();
  }

  /**
   * They may log in, read and object, not write or rate, until then. A newer one counts. Who is
   * leaving finds it on coming back.
   *
   * @throws Failure for who works for the paper: administrators see to that; and for who is gone
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void suspend(AccountId account, Instant until, String reason, long decision) {
    set(account, "suspended", until, reason, decision);
  }

  /** They may not log in any more; their sessions are over. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void ban(AccountId account, String reason, long decision) {
    set(account, "banned", null, reason, decision);
    db.sql("delete from session where account = ?").param(account.value()).update();
  }

  /**
   * Ends a suspension or ban.
   *
   * @param decision only the one that this decision began; null for whichever
   * @return whether there was one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean lift(AccountId account, @Nullable Long decision) {
    String before = lock(account);
    int ended =
        db.sql(
                """
                update account set suspended_until = null, suspended_for = '', suspension = null,
                  state = case when state = 'leaving' then state else 'active' end
                where id = :id
                  and (cast(:decision as bigint) is null or suspension = :decision)
                  and (state in ('suspended', 'banned') or exists (select from leaving
                    where account = :id and state_before in ('suspended', 'banned')))
                """)
            .param("id", account.value())
            .param("decision", decision)
            .update();
    if (ended == 1 && before.equals("leaving")) {
      comeBack(account, "active");
    }
    return ended == 1;
  }

  /** The account's state, which nobody changes until the transaction ends; empty for no account. */
  private String lock(AccountId account) {
    return db.sql("select state from account where id = ? for no key update")
        .param(account.value())
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** What an account that is leaving is after coming back; false where it can't any more. */
  private boolean comeBack(AccountId account, String state) {
    return db.sql("update leaving set state_before = ? where account = ? and not erasing")
            .params(state, account.value())
            .update()
        == 1;
  }

  private void set(
      AccountId account, String state, @Nullable Instant until, String reason, long decision) {
    boolean leaving = lock(account).equals("leaving");
    boolean staff =
        db.sql("select exists (select from account_role where account = ?)")
            .param(account.value())
            .query(Boolean.class)
            .single();
    if (staff) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "moderation.staff-account");
    }
    if (leaving && !comeBack(account, state)) {
      throw gone();
    }
    if (write(account, leaving ? "leaving" : state, until, reason, decision) != 1) {
      throw gone();
    }
  }

  private static Failure gone() {
    return Failure.of(Failure.Kind.CONFLICT, "moderation.account-gone");
  }

  private int write(
      AccountId account, String state, @Nullable Instant until, String reason, long decision) {
    return db.sql(
            """
            update account set state = :state, suspended_until = :until, suspended_for = :reason,
              suspension = :decision
            where id = :id and state in ('active', 'suspended', 'banned', 'leaving')
            """)
        .param("state", state)
        .param(
            "until",
            until == null ? null : until.atOffset(ZoneOffset.UTC),
            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("reason", reason)
        .param("decision", decision)
        .param("id", account.value())
        .update();
  }

  private static Suspension suspension(java.sql.ResultSet row) throws java.sql.SQLException {
    Timestamp until = row.getTimestamp("until");
    return new Suspension(
        new AccountId(row.getLong("account")),
        until == null ? null : until.toInstant(),
        row.getString("reason"),
        row.getObject("decision", Long.class),
        row.getBoolean("banned"));
  }
}
