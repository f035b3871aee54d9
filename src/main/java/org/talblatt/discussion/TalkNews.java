package org.talblatt.discussion;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.platform.page.PageChanges;

/**
 * What happened to a comment, as it travels with the changed pages' tags to all nodes. It says only
 * where to look: what readers may see is read from the database.
 *
 * @param change the thread's change number that it raised; 0 for a vote, which raises none
 */
public record TalkNews(CommentId id, Kind kind, long change) {
  private static final String BEGIN = PageChanges.NEWS + "talk:";

  /** What readers see of it. */
  public enum Kind {
    NEW,
    EDITED,
    GONE,
    VOTED
  }

  /** Its form among the tags. */
  public String mark() {
    return BEGIN
        + id.article()
        + ":"
        + id.number()
        + ":"
        + kind.name().toLowerCase(Locale.ROOT)
        + ":"
        + change;
  }

  /** Reads what {@link #mark} wrote; null for every other mark, and for a newer program's. */
  public static @Nullable TalkNews parse(String mark) {
    if (!mark.startsWith(BEGIN)) {
      return null;
    }
    String[] parts = mark.substring(BEGIN.length()).split(":", -1);
    try {
      return new TalkNews(
          new CommentId(new ArticleId(Long.parseLong(parts[0])), Integer.parseInt(parts[1])),
          Kind.valueOf(parts[2].toUpperCase(Locale.ROOT)),
          Long.parseLong(parts[3]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException ofAnotherVersion) {
      return null;
    }
  }
}
