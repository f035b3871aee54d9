package org.talblatt.identity;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names under which somebody could speak for the paper; only staff get them. */
final class ReservedNames {
  private static final Set<String> WHOLE =
      keys(
          "admin",
          "root",
          "system",
          "support",
          "webmaster",
          "postmaster",
          "gast",
          "anonym",
          "ich",
          "leser",
          "leserin",
          "editor",
          "staff");
  private static final Set<String> WITHIN =
      keys("redaktion", "redazione", "moderat", "administrat", "talblatt", "ehemaliges mitglied");

  private ReservedNames() {}

  static boolean holds(AccountName name, String paper) {
    String key = name.key();
    return WHOLE.contains(key)
        || key.equals(AccountName.key(paper))
        || WITHIN.stream().anyMatch(key::contains);
  }

  private static Set<String> keys(String... names) {
    return Stream.of(names).map(AccountName::key).collect(Collectors.toUnmodifiableSet());
  }
}
