package org.talblatt.identity.oidc;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.oidc.StandardClaimAccessor;

/** What a provider calls somebody. */
final class Suggestions {
  private static final int LONGEST_RAW = 200;

  private Suggestions() {}

  /** What the provider calls them; empty where nothing but a mail address. */
  static String rawName(StandardClaimAccessor person) {
    return Stream.of(
            Optional.ofNullable(person.getPreferredUsername()),
            Optional.ofNullable(person.getNickName()),
            Optional.ofNullable(person.getFullName()),
            Optional.ofNullable(person.getGivenName()))
        .flatMap(Optional::stream)
        .filter(name -> !name.isBlank() && !name.contains("@"))
        .map(name -> name.substring(0, Math.min(name.length(), LONGEST_RAW)).replace("\0", ""))
        .findFirst()
        .orElse("");
  }
}
