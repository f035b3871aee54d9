package org.talblatt.moderation;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.discussion.Comment;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.ThreadReading;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestPaper;

/** A talk to moderate, through the doors. */
record TestTalk(TestPaper paper) {
  CommentId comment(Reader author, ArticleId article, String text) {
    return paper
        .door(Discussion.class)
        .post(author, article, text, UUID.randomUUID(), now())
        .comment()
        .id();
  }

  Comment.State state(CommentId id) {
    return paper.door(ThreadReading.class).onFile(id).orElseThrow().state();
  }

  Instant now() {
    return Clock.systemUTC().instant();
  }

  int count(String sql, Object... arguments) {
    return paper
        .door(JdbcClient.class)
        .sql(sql)
        .params(java.util.List.of(arguments))
        .query(Integer.class)
        .single();
  }

  /** The form fields that name a comment. */
  static String[] with(CommentId id, String... further) {
    String[] fields = new String[further.length + 4];
    fields[0] = "artikel";
    fields[1] = id.article().toString();
    fields[2] = "kommentar";
    fields[3] = Integer.toString(id.number());
    System.arraycopy(further, 0, fields, 4, further.length);
    return fields;
  }
}
