package org.talblatt.wire;

import java.util.regex.Pattern;

/**
 * Somebody who sends us copy, and what we agreed with them.
 *
 * @param name short and in lower case, as items name them: "apa"
 * @param title as people call them
 * @param credit what is printed after "Von:", {@link #ITS_OWN} in it standing for what the item
 *     says; empty: that alone
 * @param section the slug of where what topics and desks don't tell comes out; empty: the paper's
 *     first
 * @param language BCP 47, of items that don't tell theirs; empty: unknown
 * @param rights what we may do with it, beside what items bear themselves; for the newsroom
 * @param unread what may go out that nobody here has read
 */
public record Provider(
    String name,
    String title,
    String credit,
    String section,
    String language,
    String rights,
    Unread unread) {
  /** In a credit rule, what the item itself says. */
  public static final String ITS_OWN = "{credit}";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

  /**
   * What may go out unread; and of whatever goes out, only texts that hold nothing to be read
   * first. What an agency changes in a published item reaches it in any case.
   */
  public enum Unread {
    /** Everything waits for an editor, whatever rule or delivery asks. */
    NOTHING,
    /** What a rule, or whoever delivers, asks for. */
    ASKED,
    /** Every text, as soon as it comes. */
    EVERYTHING
  }

  /** Whether this can be a provider's short name. */
  public static boolean named(String name) {
    return NAME.matcher(name).matches();
  }

  /** Somebody nobody has made an agreement with. */
  static Provider unknown(String name) {
    return new Provider(name, name, "", "", "", "", Unread.ASKED);
  }

  /** Whether texts may go out unread where a rule or whoever delivers asks for it. */
  public boolean lets(boolean asked) {
    return unread == Unread.EVERYTHING || (unread == Unread.ASKED && asked);
  }

  /** An item of theirs with what we agreed in it. */
  WireItem dress(WireItem item) {
    String spoken = item.language().isEmpty() ? language : item.language();
    String both = item.rights().isEmpty() ? rights : (item.rights() + "\n" + rights).strip();
    return item.dressed(credited(item.credit()), spoken, both);
  }

  /** The rule filled in; where the item says nothing, without the joint beside the gap. */
  String credited(String own) {
    if (credit.isEmpty()) {
      return own;
    }
    if (!own.isEmpty()) {
      return credit.replace(ITS_OWN, own);
    }
    return credit
        .replaceAll("\\s*[/,·–-]?\\s*" + Pattern.quote(ITS_OWN), "")
        .replaceAll("^[/,·–:\\s-]+|\\s+$", "");
  }
}
