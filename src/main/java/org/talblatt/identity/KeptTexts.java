package org.talblatt.identity;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
  private static final int LONGEST = 50_000;

  private final JdbcClient db;
  private final SecureRandom random;

  KeptTexts(JdbcClient db, SecureRandom random) {
    this.db = db;
    this.random = random;
  }

  /** Keeps a text; the key is 256 random bits and known to nobody else. */
  @Transactional
  public String keep(ArticleId article, @Nullable Integer replyTo, String text) {
    if (text.length() > LONGEST) {
      throw Failure.of(Failure.Kind.TOO_LARGE, "failure.too-large");
    }
    Token key = Token.random(random);
    db.sql(
            """
            insert into kept_text (key_hash, article, reply_to, text, expires_at)
            values (:hash, :article, :replyTo, :text, now() + interval '24 hours')
            """)
        .param("hash", key.hash())
        .param("article", article.value())
        .param("replyTo", replyTo)
        .param("text", text.replace("\0", ""))
        .update();
    return key.secret();
  }

  /** The newest text that waits for this account under an article. */
  public Optional<KeptText> of(AccountId account, ArticleId article) {
    return db.sql(
            """
            select article, reply_to, text from kept_text
            where account = ? and article = ? and expires_at > now()
            order by created_at desc limit 1
            """)
        .params(account.value(), article.value())
        .query(KeptTexts::text)
        .optional();
  }

  /** Lets go of it: it was sent, or thrown away. */
  @Transactional
  public void drop(AccountId account, ArticleId article) {
    db.sql("delete from kept_text where account = ? and article = ?")
        .params(account.value(), article.value())
        .update();
  }

  /**
   * Gives the text under this key to an account, once and for all. The article it belongs to, where
   * the key is good.
   */
  @Transactional
  Optional<ArticleId> claim(String key, AccountId account) {
    return claim(Token.hash(key), account);
  }

  /** As above, by what is stored of the key. */
  @Transactional
  Optional<ArticleId> claim(byte[] keyHash, AccountId account) {
    return db.sql(
            """
            update kept_text set account = :account
            where key_hash = :hash and expires_at > now()
              and (account is null or account = :account)
            returning article
            """)
        .param("account", account.value())
        .param("hash", keyHash)
        .query(Long.class)
        .optional()
        .map(ArticleId::new);
  }

  int dropEnded() {
    return db.sql("delete from kept_text where expires_at <= now()").update();
  }

  private static KeptText text(ResultSet row, int number) throws SQLException {
    return new KeptText(
        new ArticleId(row.getLong(1)), row.getObject(2, Integer.class), row.getString(3));
  }
}
