package org.talblatt.discussion;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.AccountId;

/**
 * A comment that was written elsewhere and is to stand here.
 *
 * @param key what it is called there
 * @param parent what the comment that it answers is called there; null for a root
 * @param text from {@link CarriedTalk#read}
 * @param held the key of the message that tells moderators why it waits; null unless it is held
 * @param up how many agreed, or fewer than the ballots say where those are all that is known
 * @param down as {@code up}
 * @param ballots who voted how, where that is known; each counts once
 */
public record CarriedComment(
    String key,
    @Nullable String parent,
    AccountId author,
    CarriedText text,
    Comment.State state,
    @Nullable String held,
    Instant createdAt,
    @Nullable Instant editedAt,
    int up,
    int down,
    List<Ballot> ballots) {

  /** Somebody's vote. */
  public record Ballot(AccountId voter, Vote vote, Instant at) {}

  /** Those that count: the first of each voter, none of the author's own. */
  List<Ballot> counted() {
    java.util.Set<AccountId> seen = new java.util.HashSet<>();
    return ballots.stream()
        .filter(ballot -> ballot.vote() != Vote.NONE && !ballot.voter().equals(author))
        .filter(ballot -> seen.add(ballot.voter()))
        .toList();
  }
}
