package org.talblatt.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.platform.text.Messages;
import org.talblatt.testing.TestPaper;

/** An import in a test, and what it said. */
final class Imports {
  private Imports() {}

  record Heard(CommentImport.Sum sum, List<String> said) {}

  static Heard take(TestPaper paper, String source, List<String> lines) {
    return run(paper, source, false, lines);
  }

  static Heard run(TestPaper paper, String source, boolean dryRun, List<String> lines) {
    return run(paper, source, dryRun, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  static Heard run(TestPaper paper, String source, boolean dryRun, byte[] file) {
    List<String> said = new ArrayList<>();
    CommentImport.Listener listener =
        new CommentImport.Listener() {
          @Override
          public void refused(long line, @Nullable String id, Failure why) {
            said.add(line + " " + Messages.of("en").get(why.key(), why.arguments().toArray()));
          }

          @Override
          public void renamed(long line, String before, String now) {
            said.add(line + " " + before + " -> " + now);
          }

          @Override
          public void done(long bytes, long done) {
            // only a terminal wants to know
          }
        };
    try {
      CommentImport.Sum sum =
          paper
              .door(CommentImport.class)
              .run(new ByteArrayInputStream(file), source, dryRun, listener);
      return new Heard(sum, said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What of the article's counters a recount contradicts; empty where all is well. */
  static List<String> miscounted(TestPaper paper, ArticleId article) {
    return paper
        .door(JdbcClient.class)
        .sql(
            """
            select 'number ' || number from comment c where article = :article and (
              up <> imported_up + (select count(*) from vote v
                where v.article = c.article and v.number = c.number and value = 1)
              or down <> imported_down + (select count(*) from vote v
                where v.article = c.article and v.number = c.number and value = -1)
              or visible_replies <> (select count(*) from public_comment r
                where r.article = c.article and r.reply_to = c.number))
            union all
            select 'thread' from thread t where t.article = :article and (
              t.published_count <> (select count(*) from comment c
                where c.article = t.article and c.state = 'published')
              or t.last_number < (select max(number) from comment c where c.article = t.article))
            """)
        .param("article", article.value())
        .query((row, n) -> row.getString(1))
        .list();
  }
}
