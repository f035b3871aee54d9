package org.talblatt.transfer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;

/** All SQL on what foreign keys have become here. */
@Repository
class ImportedKeys {
  private final JdbcClient db;

  ImportedKeys(JdbcClient db) {
    this.db = db;
  }

  /** Lets one import after the other through, until the transaction ends. */
  void queueUp() {
    db.sql("select pg_advisory_xact_lock(hashtext('import'))").query().listOfRows();
  }

  /** Those of the given comments that are here already. */
  Map<String, CommentId> comments(String source, Collection<String> ids) {
    Map<String, CommentId> found = new HashMap<>();
    db.sql(
            """
            select foreign_id, article, number from imported_comment
            where source = :source and foreign_id = any(:ids)
            """)
        .param("source", source)
        .param("ids", ids.toArray(String[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    found.put(
                        row.getString(1),
                        new CommentId(new ArticleId(row.getLong(2)), row.getInt(3))));
    return found;
  }

  void putComments(String source, ArticleId article, Map<String, Integer> numbers) {
    db.sql(
            """
            insert into imported_comment (source, foreign_id, article, number)
            select :source, n.id, :article, n.number
            from unnest(:ids, :numbers) as n(id, number)
            """)
        .param("source", source)
        .param("article", article.value())
        .param("ids", numbers.keySet().toArray(String[]::new))
        .param("numbers", numbers.values().toArray(Integer[]::new))
        .update();
  }

  /**
   * Those of the given authors that are here already, by their hash.
   *
   * @return an author that was erased is there, but nobody
   */
  Map<String, Optional<AccountId>> authors(String source, Collection<String> hashes) {
    Map<String, Optional<AccountId>> found = new HashMap<>();
    db.sql(
            """
            select encode(foreign_hash, 'hex'), account from imported_author
            where source = :source
              and foreign_hash in (select decode(hash, 'hex') from unnest(:hashes) as h(hash))
            """)
        .param("source", source)
        .param("hashes", hashes.toArray(String[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    found.put(
                        row.getString(1),
                        Optional.ofNullable(row.getObject(2, Long.class)).map(AccountId::new)));
    return found;
  }

  void putAuthor(String source, String hash, AccountId account) {
    db.sql(
            """
            insert into imported_author (source, foreign_hash, account)
            values (?, decode(?, 'hex'), ?)
            """)
        .params(source, hash, account.value())
        .update();
  }

  /** What stands for an author without saying what they are called there. */
  static String hash(String source, String id) {
    try {
      byte[] text = (source + "\n" + id).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Whom a source has that somebody is, for their own data. */
  List<String> sourcesOf(AccountId account) {
    return db.sql("select source from imported_author where account = ? order by source")
        .param(account.value())
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** They are nobody from now on, and stay so when the same file comes again. */
  void forget(AccountId account) {
    db.sql("update imported_author set account = null where account = ?")
        .param(account.value())
        .update();
  }

  Optional<ArticleId> article(String source, String key) {
    return db.sql("select article from imported_article where source = ? and foreign_key = ?")
        .params(source, key)
        .query((row, n) -> new ArticleId(row.getLong(1)))
        .optional();
  }

  void putArticle(String source, String key, ArticleId article) {
    db.sql(
            """
            insert into imported_article (source, foreign_key, article) values (?, ?, ?)
            on conflict (source, foreign_key) do update set article = excluded.article
            """)
        .params(source, key, article.value())
        .update();
  }
}
