package org.talblatt.article;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;

/** All SQL on what else there is to read beside an article. */
@Repository
public class Related {
  private final JdbcClient db;

  Related(JdbcClient db) {
    this.db = db;
  }

  /** Those named in an article, public or not, in their order. */
  public List<ArticleId> of(ArticleId article) {
    return db.sql("select related from article_related where article = ? order by position")
        .param(article.value())
        .query((row, n) -> new ArticleId(row.getLong(1)))
        .list();
  }

  /** Puts these in place of all before; what isn't there, or is the article itself, is left out. */
  void set(ArticleId article, List<ArticleId> related) {
    db.sql("delete from article_related where article = ?").param(article.value()).update();
    if (related.isEmpty()) {
      return;
    }
    db.sql(
            """
            insert into article_related (article, related, position)
            select :article, a.id, array_position(:related, a.id) from article a
            where a.id = any(:related) and a.id <> :article and a.kind = 'article'
            """)
        .param("article", article.value())
        .param("related", related.stream().map(ArticleId::value).toArray(Long[]::new))
        .update();
  }
}
