package org.talblatt.discussion;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.DiscussionRules;
import org.talblatt.base.Failure;

/**
 * How the talk works under the articles of one section. What an article's own {@link
 * DiscussionRules} say besides holds for that article alone.
 *
 * @param order the order of a thread whose address names none
 * @param textLimit the longest comment, in characters as a person counts them
 * @param editable how long authors may change their comments; zero = never
 * @param editableWhenAnswered whether also those that somebody has answered
 * @param opening how the talk under a new article begins
 */
public record TalkRules(
    ThreadOrder order,
    int textLimit,
    Duration editable,
    boolean editableWhenAnswered,
    Rating rating,
    Opening opening) {

  /** What readers can do with their votes. */
  public enum Rating {
    BOTH,
    ONLY_UP,
    /** Counts are shown to who has rated, by the overlay; never on the page for everybody. */
    HIDDEN_UNTIL_RATED,
    OFF;

    /** Whether readers can be against a comment. */
    public boolean down() {
      return this == BOTH || this == HIDDEN_UNTIL_RATED;
    }

    /** Whether a comment's counts stand on the page for everybody. */
    public boolean open() {
      return this == BOTH || this == ONLY_UP;
    }

    /** Whether who rated a comment so sees its counts. */
    public boolean shownTo(Vote own) {
      return open() || (this == HIDDEN_UNTIL_RATED && own != Vote.NONE);
    }

    /** Refuses a vote that can't be given here; taking one back always can. */
    void check(Vote vote) {
      if (this == OFF && vote != Vote.NONE) {
        throw Failure.of(Failure.Kind.FORBIDDEN, "rating.off");
      }
      if (vote == Vote.DOWN && !down()) {
        throw Failure.of(Failure.Kind.FORBIDDEN, "rating.only-up");
      }
    }
  }

  /** Whether a thread can be read in this order: none is best where nobody rates. */
  public boolean offers(ThreadOrder order) {
    return order != ThreadOrder.BEST || rating != Rating.OFF;
  }

  /**
   * The rules that a new article gets.
   *
   * @param memberDays how old an account has to be where the mode is {@code MEMBERS}
   * @param closesAfter how long after publication the talk ends; null = never
   */
  public record Opening(
      DiscussionRules.Mode mode, int memberDays, @Nullable Duration closesAfter, Duration slow) {
    /** The rules of an article that comes out at this moment. */
    public DiscussionRules at(Instant published) {
      return new DiscussionRules(
          mode, closesAfter == null ? null : published.plus(closesAfter), slow, memberDays);
    }
  }

  /** Whether an author may still change a comment at this moment. */
  public boolean editable(Comment comment, Instant now) {
    return !comment.removed()
        && (editableWhenAnswered || comment.replies() == 0)
        && now.isBefore(comment.createdAt().plus(editable));
  }
}
