package org.talblatt.transfer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.discussion.Comment;
import org.talblatt.discussion.Vote;
import org.talblatt.platform.mail.MailAddress;

/**
 * A comment as a line of an import names it; {@code docs/import.md} describes the format.
 *
 * @param id what it is called in the other system
 * @param parent what the comment that it answers is called there; null for a root
 */
record CommentLine(
    ArticleName article,
    String id,
    @Nullable String parent,
    Person author,
    Instant at,
    @Nullable Instant editedAt,
    String text,
    Comment.State state,
    int up,
    int down,
    List<Ballot> votes) {

  /** Which article is meant. */
  sealed interface ArticleName {
    /** By its number here. */
    record Numbered(long id) implements ArticleName {}

    /** By its address here, with or without the paper's own. */
    record Addressed(String address) implements ArticleName {}

    /** By its key in the other system; the headline finds it the first time. */
    record Foreign(String key, @Nullable String headline) implements ArticleName {}
  }

  /**
   * Who wrote or voted.
   *
   * @param id what they are called in the other system
   * @param email proved to be theirs there
   * @param account the name or mail address of who they are here
   */
  record Person(String id, String name, @Nullable MailAddress email, @Nullable String account) {}

  record Ballot(Person voter, Vote vote, @Nullable Instant at) {}
}
