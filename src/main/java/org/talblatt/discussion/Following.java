package org.talblatt.discussion;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.Articles;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.Reader;

/** Who follows the talk under which article, with all SQL of it. */
@Repository
public class Following {
  private static final int MOST_LISTED = 200;

  private final JdbcClient db;
  private final Articles articles;

  Following(JdbcClient db, Articles articles) {
    this.db = db;
    this.articles = articles;
  }

  /** An article whose talk is followed. */
  public record Followed(ArticleId article, String headline) {}

  /**
   * Follows the talk under an article that the public may see.
   *
   * @throws org.talblatt.base.Failure where it may not
   */
  @Transactional
  public void follow(Reader reader, ArticleId article) {
    if (articles.published(article).isEmpty()) {
      throw articles.missing(article);
    }
    db.sql("insert into followed_article (account, article) values (?, ?) on conflict do nothing")
        .params(reader.account().value(), article.value())
        .update();
  }

  /** Follows it no longer. */
  @Transactional
  public void leave(Reader reader, ArticleId article) {
    db.sql("delete from followed_article where account = ? and article = ?")
        .params(reader.account().value(), article.value())
        .update();
  }

  boolean follows(Reader reader, ArticleId article) {
    return db.sql(
            """
            select exists (select from followed_article where account = ? and article = ?)
            """)
        .params(reader.account().value(), article.value())
        .query(Boolean.class)
        .single();
  }

  /** The talks that somebody follows, the last followed first; the newest two hundred. */
  public List<Followed> of(Reader reader) {
    return db.sql(
            """
            select f.article, a.headline
            from followed_article f join reachable_article a on a.id = f.article
            where f.account = ? order by f.since desc, f.article desc limit ?
            """)
        .params(reader.account().value(), MOST_LISTED)
        .query((row, n) -> new Followed(new ArticleId(row.getLong(1)), row.getString(2)))
        .list();
  }
}
