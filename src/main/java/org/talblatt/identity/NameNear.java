package org.talblatt.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.talblatt.base.Failure;
import org.talblatt.platform.mail.MailAddress;

/** Names of ours, near what another house calls somebody. */
final class NameNear {
  private static final Pattern UNUSABLE = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd} ._-]+");
  private static final int LONGEST_RAW = 200;
  private static final int LONGEST = 30;
  private static final int TRIES = 50;

  private NameNear() {}

  /** The name itself, numbered ones, and at last names that hardly anybody has. */
  static Stream<AccountName> wishes(String called, MailAddress email) {
    Stream<AccountName> near =
        name(called).stream()
            .flatMap(base -> IntStream.rangeClosed(1, TRIES).mapToObj(n -> numbered(base, n)));
    Stream<AccountName> nobodys =
        name(nobodysName(email)).stream()
            .flatMap(base -> IntStream.rangeClosed(1, TRIES).mapToObj(n -> numbered(base, n)));
    return Stream.concat(near, nobodys);
  }

  private static String nobodysName(MailAddress email) {
    return "Gast " + Integer.toHexString(email.value().hashCode()).toLowerCase(Locale.ROOT);
  }

  /** A name that {@link AccountName} takes, as near as can be; mail addresses are no names. */
  private static Optional<AccountName> name(String called) {
    String raw = called.substring(0, Math.min(called.length(), LONGEST_RAW));
    if (raw.contains("@")) {
      return Optional.empty();
    }
    String usable =
        UNUSABLE.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC)).replaceAll(" ").strip();
    try {
      return Optional.of(AccountName.parse(cut(usable, LONGEST)));
    } catch (Failure noName) {
      return Optional.empty();
    }
  }

  private static AccountName numbered(AccountName name, int number) {
    String suffix = number == 1 ? "" : " " + number;
    return AccountName.parse(cut(name.value(), LONGEST - suffix.length()) + suffix);
  }

  private static String cut(String text, int most) {
    int end = Math.min(text.codePointCount(0, text.length()), most);
    return text.substring(0, text.offsetByCodePoints(0, end)).strip();
  }
}
