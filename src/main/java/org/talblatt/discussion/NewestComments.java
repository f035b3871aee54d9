package org.talblatt.discussion;

import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;

/** What was said last under an article, whatever it answers. */
@Repository
public class NewestComments {
  private final JdbcClient db;
  private final Comments comments;

  NewestComments(JdbcClient db, Comments comments) {
    this.db = db;
    this.comments = comments;
  }

  /** The newest that everybody can read, the newest first. */
  public List<Comment> under(ArticleId article, int limit) {
    List<Integer> numbers =
        db.sql(
                """
                select number from public_comment where article = ? and state = 'published'
                order by number desc limit ?
                """)
            .params(article.value(), limit)
            .query((row, n) -> row.getInt(1))
            .list();
    return comments.published(article, numbers).stream()
        .sorted(Comparator.comparingInt(Comment::number).reversed())
        .toList();
  }
}
