package org.talblatt.discussion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.base.Links;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Times;

/**
 * A comment in the API. A removed one, or one that is held, keeps its place, without author, text
 * and votes.
 *
 * @param replyTo the number of the comment it answers; null for a root
 * @param text as typed, light markup
 * @param html the same, safe to show
 * @param pinnedAt since when editors show it at the top; null where they don't
 * @param repliesClosed whether nobody can answer it any more
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
    @Nullable String pinnedAt,
    boolean repliesClosed,
    String state,
    int revision,
    String url,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer vote) {

  /**
   * @param badge author (of the article), named (in it), moderator or editor; null = none of them
   */
  record AuthorJson(String name, @Nullable String badge) {}

  /**
   * @param down absent where readers can only agree
   */
  record VotesJson(int up, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer down) {}

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
    CommentJson ofAuthor(Comment comment, TalkRules.Rating rating) {
      boolean rated = rating != TalkRules.Rating.OFF;
      return json(comment, null, rated ? votes(comment, rating) : null);
    }

    /** For who has just rated it. */
    CommentJson of(Comment comment, Rated rating) {
      boolean shown = rating.rules().shownTo(rating.own());
      return json(comment, rating.own().value(), shown ? votes(comment, rating.rules()) : null);
    }

    private static VotesJson votes(Comment comment, TalkRules.Rating rating) {
      return new VotesJson(comment.up(), rating.down() ? comment.down() : null);
    }

    private CommentJson json(Comment comment, @Nullable Integer vote, @Nullable VotesJson votes) {
      boolean removed = comment.line();
      return new CommentJson(
          comment.id().article().value(),
          comment.number(),
          comment.replyTo(),
          removed ? null : new AuthorJson(comment.author().name(), comment.author().badge()),
          removed ? "" : comment.text(),
          removed ? "" : comment.html().html(),
          times.iso(comment.createdAt()),
          comment.editedAt() == null ? null : times.iso(comment.editedAt()),
          removed ? null : votes,
          removed || comment.pinnedAt() == null ? null : times.iso(comment.pinnedAt()),
          comment.repliesClosed(),
          comment.state().name().toLowerCase(Locale.ROOT),
          comment.revision(),
          links.absolute(Links.comment(comment.id())),
          vote);
    }
  }
}
