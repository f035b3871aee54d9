package org.talblatt.discussion;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;

/** All SQL that sets what the newsroom marks on comments: pins, and branches without answers. */
@Repository
class CommentMarks {
  /** The comment and everything below, down to where another one is closed by itself. */
  private static final String BRANCH =
      """
      with recursive branch as (
        select number from comment where article = :article and number = :number
        union all
        select c.number from comment c join branch b on c.reply_to = b.number
        where c.article = :article and c.root = :root and not c.closed_here)
      update comment set replies_closed = :closed
      where article = :article and number in (select number from branch)
      """;

  private final JdbcClient db;

  CommentMarks(JdbcClient db) {
    this.db = db;
  }

  /** The numbers of those that readers see at the top, the last pinned first. */
  List<Integer> pinned(ArticleId article) {
    return db.sql(
            """
            select number from public_comment
            where article = ? and pinned_at is not null and state = 'published'
            order by pinned_at desc
            """)
        .param(article.value())
        .query((row, n) -> row.getInt(1))
        .list();
  }

  void pin(CommentId id, Instant at) {
    db.sql("update comment set pinned_at = ? where article = ? and number = ?")
        .params(at.atOffset(ZoneOffset.UTC), id.article().value(), id.number())
        .update();
  }

  void unpin(CommentId id) {
    db.sql("update comment set pinned_at = null where article = ? and number = ?")
        .params(id.article().value(), id.number())
        .update();
  }

  /** Whether it is closed by itself, not only by one above it. */
  boolean closedHere(CommentId id) {
    return db.sql("select closed_here from comment where article = ? and number = ?")
        .params(id.article().value(), id.number())
        .query(Boolean.class)
        .single();
  }

  /** The comments that were closed by themselves, in the order of their numbers. */
  List<Integer> closedHere(ArticleId article) {
    return db.sql("select number from comment where article = ? and closed_here order by number")
        .param(article.value())
        .query((row, n) -> row.getInt(1))
        .list();
  }

  /** Whether the comment that this one answers takes none any more. */
  boolean closedAbove(Comment comment) {
    return comment.replyTo() != null
        && db.sql("select replies_closed from comment where article = ? and number = ?")
            .params(comment.id().article().value(), comment.replyTo())
            .query(Boolean.class)
            .single();
  }

  /** Closes the answers to a comment and to everything below it, or opens them again. */
  void close(Comment comment, boolean closed) {
    db.sql("update comment set closed_here = ? where article = ? and number = ?")
        .params(closed, comment.id().article().value(), comment.number())
        .update();
    db.sql(BRANCH)
        .param("article", comment.id().article().value())
        .param("number", comment.number())
        .param("root", comment.root())
        .param("closed", closed)
        .update();
  }
}
