package org.talblatt.discussion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.base.Links;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Times;

/**
 * A comment in the API. A removed one keeps its place, without author and text.
 *
 * @param replyTo the number of the comment it answers; null for a root
 * @param text as typed, light markup
 * @param html the same, safe to show
 * @param revision to be named by an edit
 * @param votes null where the paper shows none, or only to who has rated
 * @param vote the own vote, where the answer is about it
 */
record CommentJson(
    long article,
    int number,
    @Nullable Integer replyTo,
    @Nullable AuthorJson author,
    String text,
    String html,
    String createdAt,
    @Nullable String editedAt,
    @Nullable VotesJson votes,
    String state,
    int revision,
    String url,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer vote) {

  record AuthorJson(String name) {}

  record VotesJson(int up, int down) {}

  /** Knows the paper's zone and address. */
  @Component
  static class Writer {
    private final Times times;
    private final Links links;

    Writer(Settings settings) {
      this.times = new Times(settings.zone(), Locale.ROOT);
      this.links = settings.links();
    }

    /** As everybody may read it. */
    CommentJson of(Comment comment, TalkRules.Rating rating) {
      return json(comment, null, rating.open() ? votes(comment, rating) : null);
    }

    /** For who wrote it, and can't rate it. */
    CommentJson ofAuthor(Comment comment) {
      return json(comment, null, new VotesJson(comment.up(), comment.down()));
    }

    /** For who has just rated it. */
    CommentJson of(Comment comment, Rated rating) {
      boolean shown = rating.rules().shownTo(rating.own());
      return json(comment, rating.own().value(), shown ? votes(comment, rating.rules()) : null);
    }

    private static VotesJson votes(Comment comment, TalkRules.Rating rating) {
      return new VotesJson(comment.up(), rating.down() ? comment.down() : 0);
    }

    private CommentJson json(Comment comment, @Nullable Integer vote, @Nullable VotesJson votes) {
      boolean removed = comment.removed();
      return new CommentJson(
          comment.id().article().value(),
          comment.number(),
          comment.replyTo(),
          removed ? null : new AuthorJson(comment.author().name()),
          removed ? "" : comment.text(),
          removed ? "" : comment.html().html(),
          times.iso(comment.createdAt()),
          comment.editedAt() == null ? null : times.iso(comment.editedAt()),
          votes,
          comment.state().name().toLowerCase(Locale.ROOT),
          comment.revision(),
          links.absolute(Links.comment(comment.id())),
          vote);
    }
  }
}
