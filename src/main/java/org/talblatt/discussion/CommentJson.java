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
    VotesJson votes,
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

    CommentJson of(Comment comment) {
      return json(comment, null);
    }

    CommentJson of(Comment comment, Vote own) {
      return json(comment, own.value());
    }

    private CommentJson json(Comment comment, @Nullable Integer vote) {
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
          new VotesJson(comment.up(), comment.down()),
          comment.state().name().toLowerCase(Locale.ROOT),
          comment.revision(),
          links.absolute(Links.comment(comment.id())),
          vote);
    }
  }
}
