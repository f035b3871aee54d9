package org.talblatt.platform.page;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The names under which pages are purged. */
final class Tags {
  /** Stands for everything. */
  static final String ALL = "*";

  private static final String ACCOUNT = "account:";
  private static final String EVERY_ACCOUNT = "account:*";

  /** A thread of more authors than this goes with any of all authors. */
  private static final int MOST_ACCOUNTS = 200;

  private Tags() {}

  /** The tags that a page is kept under. */
  static Set<String> bounded(Set<String> tags) {
    tags.forEach(Tags::check);
    if (tags.stream().filter(Tags::account).count() <= MOST_ACCOUNTS) {
      return tags;
    }
    Set<String> fewer =
        tags.stream().filter(tag -> !account(tag)).collect(Collectors.toCollection(HashSet::new));
    fewer.add(EVERY_ACCOUNT);
    return Set.copyOf(fewer);
  }

  /** The tags whose pages go when these have changed. */
  static Set<String> affected(Collection<String> changed) {
    Set<String> tags = new HashSet<>(changed);
    if (changed.stream().anyMatch(Tags::account)) {
      tags.add(EVERY_ACCOUNT);
    }
    return tags;
  }

  /** Tags travel between nodes in one line, so they can hold no blank and no mark of ours. */
  static void check(String tag) {
    if (tag.isEmpty()
        || tag.equals(ALL)
        || tag.charAt(0) == '~'
        || tag.chars().anyMatch(c -> c <= ' ')) {
      throw new IllegalArgumentException("not a tag: " + tag);
    }
  }

  private static boolean account(String tag) {
    return tag.startsWith(ACCOUNT);
  }
}
