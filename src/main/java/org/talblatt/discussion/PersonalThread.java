package org.talblatt.discussion;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talblatt.identity.KeptText;
import org.talblatt.identity.Reader;

/**
 * What a thread shows to one reader only.
 *
 * @param votes the own votes, by comment number
 * @param held the own comments that wait for a moderator
 * @param kept text typed before the login, not sent yet
 */
public record PersonalThread(
    Reader reader, Map<Integer, Vote> votes, List<Comment> held, @Nullable KeptText kept) {

  /** The own vote on a comment. */
  public Vote voteOn(Comment comment) {
    return votes.getOrDefault(comment.number(), Vote.NONE);
  }

  /** Whether the reader wrote it. */
  public boolean wrote(Comment comment) {
    return comment.author().account().equals(reader.account());
  }
}
