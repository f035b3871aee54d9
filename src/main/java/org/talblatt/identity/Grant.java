package org.talblatt.identity;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.Failure;

/**
 * A role that somebody holds.
 *
 * @param section the section it is held for; null for all of them. Only editors and moderators hold
 *     theirs for one.
 */
public record Grant(Role role, @Nullable String section) implements Comparable<Grant> {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final Comparator<Grant> ORDER =
      Comparator.comparing(Grant::role).thenComparing(Grant::sectionOrEmpty);

  /** Refuses a section beside a role that is always held for all. */
  public Grant {
    if (section != null && !role.bySection()) {
      throw Failure.of(Failure.Kind.INVALID, "staff.role-for-all-sections", word(role));
    }
    if (section != null && !SLUG.matcher(section).matches()) {
      throw Failure.of(Failure.Kind.INVALID, "staff.section-unknown", section);
    }
  }

  /**
   * From a word such as {@code editor} or {@code editor:politik}.
   *
   * @throws Failure where it is none
   */
  public static Grant parse(String word) {
    String[] parts = word.strip().split(":", 2);
    return new Grant(named(parts[0]), parts.length == 1 ? null : parts[1]);
  }

  private static Role named(String word) {
    try {
      return Role.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Failure.of(Failure.Kind.INVALID, "identity.role-unknown", word);
    }
  }

  private String sectionOrEmpty() {
    return section == null ? "" : section;
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** {@code editor} or {@code editor:politik}. */
  @Override
  public String toString() {
    return section == null ? word(role) : word(role) + ":" + section;
  }

  @Override
  public int compareTo(Grant other) {
    return ORDER.compare(this, other);
  }
}
