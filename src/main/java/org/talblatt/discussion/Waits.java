package org.talblatt.discussion;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.article.Article;
import org.talblatt.article.DiscussionRules;
import org.talblatt.identity.Reader;

/**
 * How long a reader waits before they may write: until the account is old enough, until the last
 * comment is long enough ago. The paper's own people don't. Asks nothing where no rule asks for it.
 */
@Repository
public class Waits {
  private final JdbcClient db;

  Waits(JdbcClient db) {
    this.db = db;
  }

  /** What this reader waits for under this article at this moment. */
  public Waiting of(Reader reader, Article article, Instant now) {
    DiscussionRules rules = article.discussion();
    if (reader.staff()) {
      return Waiting.NONE;
    }
    return new Waiting(
        rules.mode() == DiscussionRules.Mode.MEMBERS
            ? ahead(created(reader), Duration.ofDays(rules.memberDays()), now)
            : null,
        rules.slow().isZero() ? null : ahead(lastWritten(reader, article), rules.slow(), now));
  }

  private static @Nullable Instant ahead(@Nullable Instant since, Duration wait, Instant now) {
    Instant end = since == null ? now : since.plus(wait);
    return end.isAfter(now) ? end : null;
  }

  private Instant created(Reader reader) {
    return db.sql("select created_at from account where id = ?")
        .param(reader.account().value())
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  /** Also where it was removed or taken back since: that opens no way round. */
  private @Nullable Instant lastWritten(Reader reader, Article article) {
    Timestamp last =
        db.sql("select max(created_at) from comment where author = ? and article = ?")
            .params(reader.account().value(), article.id().value())
            .query((row, n) -> java.util.Optional.ofNullable(row.getTimestamp(1)))
            .single()
            .orElse(null);
    return last == null ? null : last.toInstant();
  }
}
