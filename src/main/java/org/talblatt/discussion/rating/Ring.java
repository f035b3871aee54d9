package org.talblatt.discussion.rating;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;

/**
 * A ring as moderators see it: a pattern, without who voted.
 *
 * @param oneBlock whether all came from one address block
 * @param state {@code open}, {@code aside} or {@code harmless}
 * @param ground why it was set aside
 * @param comments how many comments it rated
 * @param up how many of its votes are for a comment
 * @param favoured whose comments its votes lift, most first
 * @param affected comments that it rated, those with most votes of the ring first; not all of many
 */
public record Ring(
    long id,
    boolean oneBlock,
    String state,
    @Nullable String ground,
    Span span,
    int accounts,
    int comments,
    int up,
    int down,
    List<Favoured> favoured,
    List<Affected> affected) {

  /** When it voted, and when that was noticed and judged. */
  public record Span(Instant first, Instant last, Instant found, @Nullable Instant decided) {}

  /** An author whose comments were rated alike. */
  public record Favoured(String author, int comments) {}

  /**
   * What it does to one comment.
   *
   * @param up the comment's counts as they stand
   * @param ringUp the ring's own part, whether it counts or not
   */
  public record Affected(
      CommentId id, String headline, String author, int up, int down, int ringUp, int ringDown) {
    public String path() {
      return Links.comment(id);
    }
  }

  /** Whether somebody has to judge it. */
  public boolean open() {
    return state.equals("open");
  }

  /** Whether its votes don't count. */
  public boolean aside() {
    return state.equals("aside");
  }

  /** What a comment's counts are without the ring; with it, where it is set aside. */
  public int otherwiseUp(Affected comment) {
    return aside() ? comment.up() + comment.ringUp() : comment.up() - comment.ringUp();
  }

  /** As {@link #otherwiseUp}. */
  public int otherwiseDown(Affected comment) {
    return aside() ? comment.down() + comment.ringDown() : comment.down() - comment.ringDown();
  }

  Ring with(List<Favoured> authors, List<Affected> rated) {
    return new Ring(
        id, oneBlock, state, ground, span, accounts, comments, up, down, authors, rated);
  }
}
