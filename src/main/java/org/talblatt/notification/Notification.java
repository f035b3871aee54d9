package org.talblatt.notification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.CommentId;

/**
 * Something that concerns a reader.
 *
 * @param comment what was written, or the own comment that something happened to; null where only
 *     an account is concerned
 * @param decision the moderators' decision that it tells of; null for every other kind
 * @param actor who wrote; empty where nobody did
 * @param headline of the article talked under; empty where the public doesn't see it
 * @param excerpt the beginning of the comment, as plain words
 * @param read whether the reader has seen it in the list
 */
public record Notification(
    long id,
    Kind kind,
    @Nullable CommentId comment,
    @Nullable Long decision,
    String actor,
    String headline,
    String excerpt,
    Instant at,
    boolean read) {

  /**
   * Why it concerns them. Of what somebody else writes the first that fits counts; so the order
   * matters, and is the same in the statement that adds them.
   */
  public enum Kind {
    MENTION("erwaehnung"),
    REPLY("antwort"),
    /** An answer somewhere below a comment whose branch they follow. */
    BRANCH("zweig"),
    /** Something in a talk that they follow. */
    FOLLOWED("gefolgt"),
    /** Editors pinned their comment. */
    PINNED("angeheftet"),
    /** Their comment waited for a moderator, or was removed by mistake, and stands now. */
    RELEASED("freigegeben"),
    /** A moderator removed their comment. */
    REMOVED(null),
    /** Their suspension ended before its time. */
    LIFTED(null),
    /** Their objection was decided. */
    OBJECTION(null);

    private final @Nullable String field;

    Kind(@Nullable String field) {
      this.field = field;
    }

    /** What readers may do without; what moderators decide against them is always told. */
    public static List<Kind> choosable() {
      return Stream.of(values()).filter(kind -> kind.field != null).toList();
    }

    /** The field of the form in which it is chosen; empty where it can't be. */
    public String field() {
      return field == null ? "" : field;
    }

    /** As it stands in the database and in names of messages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
