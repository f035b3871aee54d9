package org.talblatt.discussion;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Suspensions;

/**
 * What a thread shows to one reader only.
 *
 * @param votes the own votes, by comment number
 * @param held the own comments that wait for a moderator
 * @param kept texts typed before the login, not sent yet
 * @param ignored whom the reader does not want to read
 * @param follows whether the reader follows this talk
 * @param branches the comments whose branches the reader follows
 * @param suspension why the reader may not write; null for who may
 * @param fresh what is new since the last visit; null at the first
 */
public record PersonalThread(
    Reader reader,
    Map<Integer, Vote> votes,
    List<Comment> held,
    List<Kept> kept,
    Set<AccountId> ignored,
    boolean follows,
    Set<Integer> branches,
    Suspensions.@Nullable Suspension suspension,
    @Nullable Fresh fresh) {

  /**
   * A text that waits for its author to send it.
   *
   * @param replyTo the number of the comment it answers; null for a new thread
   * @param gone whether that comment can't be answered any more
   */
  public record Kept(@Nullable Integer replyTo, boolean gone, String text) {}

  /** What waits in forms for a new thread; what answered a vanished comment waits there too. */
  public List<Kept> keptRoots() {
    return kept.stream().filter(text -> text.replyTo() == null || text.gone()).toList();
  }

  /** What waits for the answer to a comment that can be answered. */
  public List<Kept> keptReplies() {
    return kept.stream().filter(text -> text.replyTo() != null && !text.gone()).toList();
  }

  /** The own vote on a comment. */
  public Vote voteOn(Comment comment) {
    return votes.getOrDefault(comment.number(), Vote.NONE);
  }

  /** Whether the reader does not want to read its author. */
  public boolean ignores(Comment comment) {
    return ignored.contains(comment.author().account());
  }

  /** Whether the reader wrote it. */
  public boolean wrote(Comment comment) {
    return comment.author().account().equals(reader.account());
  }

  /** Whether the reader follows the branch below it. */
  public boolean followsBranch(Comment comment) {
    return branches.contains(comment.number());
  }
}
