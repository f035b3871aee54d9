package org.talblatt.discussion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.DiscussionRules;
import org.talblatt.base.Links;
import org.talblatt.platform.text.CommentMarkup;
import org.talblatt.platform.text.Shortened;
import org.talblatt.platform.text.Times;

/**
 * What an article's rules mean for who reads or writes: said in words above the form and beside the
 * comments. On the page for everybody only what holds for everybody.
 */
public record TalkLines(ThreadView view, Waiting waiting) {
  /** So that a first page stays as small as the others. */
  private static final int LONGEST_BEGINNING = 600;

  /** Why nobody can write any more. */
  public String closed() {
    DiscussionRules rules = view.article().discussion();
    return rules.mode() == DiscussionRules.Mode.CLOSED || rules.closesAt() == null
        ? view.text("discussion.closed")
        : view.text("rules.closed-since", view.times().full(rules.closesAt()));
  }

  /** What holds for everybody who writes here, to be read before they type. */
  public List<String> forAll() {
    DiscussionRules rules = view.article().discussion();
    List<String> lines = new ArrayList<>();
    if (rules.mode() == DiscussionRules.Mode.HELD) {
      lines.add(view.text("rules.line-held"));
    }
    if (rules.mode() == DiscussionRules.Mode.MEMBERS) {
      lines.add(view.text("rules.line-members", rules.memberDays()));
    }
    if (!rules.slow().isZero()) {
      lines.add(view.text("rules.line-slow", Gate.minutes(rules.slow())));
    }
    if (rules.closesAt() != null) {
      lines.add(view.text("rules.line-until", view.times().full(rules.closesAt())));
    }
    return lines;
  }

  /** Why this reader can't write yet; null where they can. */
  public @Nullable String forReader() {
    if (waiting.memberFrom() != null) {
      return view.text("rules.line-from", view.times().full(waiting.memberFrom()));
    }
    return waiting.next() == null
        ? null
        : view.text(
            "rules.line-next",
            Gate.minutes(java.time.Duration.between(view.now(), waiting.next())),
            view.times().clock(waiting.next()));
  }

  /** Whether this reader's account is too young to write here; what they typed before stays. */
  public boolean barred() {
    return waiting.memberFrom() != null
        && (view.personal() == null || view.personal().keptRoots().isEmpty());
  }

  /** Whether there is a way to answer this comment. */
  public boolean answerable(Comment comment) {
    return !view.silent() && !comment.repliesClosed() && waiting.memberFrom() == null;
  }

  /** Whether answers to it are over while others can still be written. */
  public boolean noMoreAnswers(Comment comment) {
    return comment.repliesClosed() && !view.closed();
  }

  /** Whether this reader may pin comments here, end answers and see versions. */
  public boolean newsroom() {
    PersonalThread personal = view.personal();
    return personal != null && Curation.may(personal.reader(), view.article().section().slug());
  }

  /** The beginning of a comment, for its copy at the top. */
  public String beginning(Comment comment) {
    return Shortened.atWord(LONGEST_BEGINNING, CommentMarkup.words(comment.html()).strip());
  }

  /** Since when readers had the wording that this comment speaks of; null where it still stands. */
  public @Nullable Instant wording(Comment comment) {
    return view.article().supersededWording(comment.articleVersion());
  }

  /** "bezieht sich auf die Fassung von 14:32 Uhr". */
  public String wordingNote(Comment comment, Instant since) {
    Times times = view.times();
    return day(since).equals(day(comment.createdAt()))
        ? view.text("rules.wording", times.clock(since))
        : view.text("rules.wording-day", times.brief(since));
  }

  /** What has changed since the wording that a comment speaks of. */
  public String wordingPath(Comment comment) {
    return Links.wording(comment.id().article(), comment.articleVersion());
  }

  private LocalDate day(Instant moment) {
    return moment.atZone(view.times().zone()).toLocalDate();
  }
}
