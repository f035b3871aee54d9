package org.talblatt.discussion;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.talblatt.article.Article;
import org.talblatt.article.DiscussionRules;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;

/** Asks the article's own rule and every {@link CommentCheck} what is to become of a comment. */
@Component
class Checks {
  private static final String ARTICLE = "discussion.rule-article";

  private final ObjectProvider<CommentCheck> checks;

  Checks(ObjectProvider<CommentCheck> checks) {
    this.checks = checks;
  }

  /**
   * Where a new comment stands at first.
   *
   * @param rule why it is held; null where it isn't
   */
  record First(Comment.State state, @Nullable String rule) {}

  First first(Reader reader, Article article, @Nullable Comment parent, CommentText text) {
    String rule = held(reader, article, parent == null ? null : parent.number(), text, false);
    return new First(rule == null ? Comment.State.PUBLISHED : Comment.State.HELD, rule);
  }

  /**
   * Why the changed comment is to be held; null where nothing is against it. What a moderator has
   * let through is read again: it says something else now.
   */
  @Nullable String edited(Reader reader, Article article, Comment comment, CommentText text) {
    return held(reader, article, comment.replyTo(), text, true);
  }

  private @Nullable String held(
      Reader reader, Article article, @Nullable Integer replyTo, CommentText text, boolean edit) {
    String rule = held(new CommentCheck.Incoming(reader, article, replyTo, text.value(), edit));
    if (rule != null || reader.staff()) {
      return rule;
    }
    return article.discussion().mode() == DiscussionRules.Mode.HELD ? ARTICLE : null;
  }

  private @Nullable String held(CommentCheck.Incoming comment) {
    CommentCheck.Verdict strictest =
        checks.stream()
            .map(check -> check.check(comment))
            .reduce(new CommentCheck.Verdict.Publish(), CommentCheck.Verdict::or);
    return switch (strictest) {
      case CommentCheck.Verdict.Publish fine -> null;
      case CommentCheck.Verdict.Hold hold -> hold.rule();
      case CommentCheck.Verdict.Refuse refuse -> throw Failure.invalid("text", refuse.rule());
    };
  }
}
