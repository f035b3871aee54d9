package org.talblatt.discussion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.CommentId;

/** The texts that a comment had, for moderators, with all SQL of them. */
@Repository
public class CommentVersions {
  private final JdbcClient db;

  CommentVersions(JdbcClient db) {
    this.db = db;
  }

  /**
   * One text.
   *
   * @param since from when on it stood there
   */
  public record Version(int revision, String text, Instant since) {}

  /** All of them, the first one first, the present one last. */
  public List<Version> of(Comment comment) {
    List<Version> versions = new ArrayList<>();
    Instant since = comment.createdAt();
    for (Version kept : replaced(comment.id())) {
      versions.add(new Version(kept.revision(), kept.text(), since));
      since = kept.since();
    }
    versions.add(new Version(comment.revision(), comment.text(), since));
    return versions;
  }

  /** What edits replaced; since when each is no longer there. */
  private List<Version> replaced(CommentId id) {
    return db.sql(
            """
            select revision, text, created_at from comment_version
            where article = ? and number = ? order by revision
            """)
        .params(id.article().value(), id.number())
        .query(
            (row, n) ->
                new Version(row.getInt(1), row.getString(2), row.getTimestamp(3).toInstant()))
        .list();
  }
}
