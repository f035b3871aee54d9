package org.talblatt.identity.passkey;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Token;

/** Random questions that an authenticator answers by signing: for five minutes, for one use. */
@Component
class Challenges {
  private final JdbcClient db;

  Challenges(JdbcClient db) {
    this.db = db;
  }

  /** What an answer is good for; an answer to one is none to another. */
  enum Purpose {
    LOGIN,
    CONFIRM,
    ADD;

    private String stored() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Remembers a question.
   *
   * @param account who alone may answer; null where anybody may
   */
  @Transactional
  void ask(Bytes challenge, Purpose purpose, @Nullable AccountId account, Token browser) {
    db.sql(
            """
            insert into passkey_challenge (challenge, browser_hash, purpose, account, expires_at)
            values (:challenge, :browser, :purpose, cast(:account as bigint),
              now() + interval '5 minutes')
            """)
        .param("challenge", challenge.getBytes())
        .param("browser", browser.hash())
        .param("purpose", purpose.stored())
        .param("account", account == null ? null : account.value())
        .update();
  }

  /**
   * Uses a question up. Committed by itself: it is used up also where the answer turns out wrong.
   *
   * @return false where nobody was asked it, or somebody else, or too long ago
   */
  @Transactional
  boolean useUp(Bytes challenge, Purpose purpose, @Nullable AccountId account, Token browser) {
    return db.sql(
                """
                delete from passkey_challenge
                where challenge = :challenge and browser_hash = :browser and purpose = :purpose
                  and account is not distinct from cast(:account as bigint) and expires_at > now()
                """)
            .param("challenge", challenge.getBytes())
            .param("browser", browser.hash())
            .param("purpose", purpose.stored())
            .param("account", account == null ? null : account.value())
            .update()
        > 0;
  }

  void eraseAll(AccountId account) {
    db.sql("delete from passkey_challenge where account = ?").param(account.value()).update();
  }

  int dropEnded() {
    return db.sql("delete from passkey_challenge where expires_at <= now()").update();
  }
}
