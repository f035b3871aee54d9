package org.talblatt.discussion;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;

/** Whether somebody may write or rate under an article now, by its own rules. */
@Component
class Gate {
  private final Articles articles;
  private final Waits waits;

  Gate(Articles articles, Waits waits) {
    this.articles = articles;
    this.waits = waits;
  }

  /** The article, where readers talk under it and this one may. */
  Article talkedUnder(Reader reader, ArticleId id, Instant at) {
    Article article = articles.published(id).orElseThrow(() -> articles.missing(id));
    if (reader.suspended()) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "discussion.suspended").typed("suspended");
    }
    if (article.discussion().closed(at)) {
      throw closed();
    }
    return article;
  }

  static Failure closed() {
    return Failure.of(Failure.Kind.FORBIDDEN, "discussion.closed").typed("discussion-closed");
  }

  /** Refuses a comment by whom has to wait. To be asked while the thread is locked. */
  void admit(Reader reader, Article article, Instant at) {
    Waiting waiting = waits.of(reader, article, at);
    if (waiting.memberFrom() != null) {
      throw Failure.of(
              Failure.Kind.FORBIDDEN,
              "rules.too-young",
              article.discussion().memberDays(),
              (int) Math.ceilDiv(Duration.between(at, waiting.memberFrom()).toSeconds(), 86_400))
          .typed("members-only");
    }
    if (waiting.next() != null) {
      Duration wait = Duration.between(at, waiting.next());
      throw Failure.tooMany(wait, "rules.too-soon", minutes(wait)).typed("slow-mode");
    }
  }

  /** Whole minutes, never none: who waits so long is let in. */
  static int minutes(Duration wait) {
    return (int) Math.max(1, Math.ceilDiv(wait.toSeconds() + (wait.toNanosPart() > 0 ? 1 : 0), 60));
  }

  /** Refuses an answer where editors want no more of them. */
  static Comment mustTakeAnswers(Comment comment) {
    if (comment.repliesClosed()) {
      throw Failure.of(Failure.Kind.CONFLICT, "rules.replies-closed").typed("replies-closed");
    }
    return comment;
  }
}
