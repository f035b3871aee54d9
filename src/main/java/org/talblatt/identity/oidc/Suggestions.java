package org.talblatt.identity.oidc;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.oidc.StandardClaimAccessor;
import org.talblatt.base.Failure;
import org.talblatt.identity.AccountName;

/** A name of ours from what a provider calls somebody. */
final class Suggestions {
  private static final Pattern UNUSABLE = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd} ._-]+");
  private static final int LONGEST_RAW = 200;
  private static final int LONGEST = 30;

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

  /** A name that {@link AccountName} takes, as near as can be; empty where there is none. */
  static Optional<AccountName> name(String raw) {
    String usable =
        UNUSABLE.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC)).replaceAll(" ").strip();
    int end = Math.min(usable.codePointCount(0, usable.length()), LONGEST);
    try {
      String cut = usable.substring(0, usable.offsetByCodePoints(0, end)).strip();
      return Optional.of(AccountName.parse(cut));
    } catch (Failure noName) {
      return Optional.empty();
    }
  }

  /** The same name with a number behind it; the first is the name itself. */
  static AccountName numbered(AccountName name, int number) {
    if (number == 1) {
      return name;
    }
    String suffix = " " + number;
    String value = name.value();
    int end = Math.min(value.codePointCount(0, value.length()), LONGEST - suffix.length());
    return AccountName.parse(value.substring(0, value.offsetByCodePoints(0, end)) + suffix);
  }
}
