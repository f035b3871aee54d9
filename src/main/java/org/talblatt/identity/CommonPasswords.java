package org.talblatt.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What many people choose, so that it is tried first: zxcvbn's list, and words that lie near. */
final class CommonPasswords {
  private static final String LIST = "matchers/dictionaries/passwords.txt";
  private static final Set<String> WORDS =
      Set.of("passwort", "password", "kennwort", "geheim", "willkommen", "talblatt", "zeitung");
  private static final int SHORTEST_WORD = 4;
  private static final Set<String> COMMON = read();

  private CommonPasswords() {}

  /** Whether it is one of the common ones, or hardly more than one of these words. */
  static boolean holds(String password, String... context) {
    String folded = password.toLowerCase(Locale.ROOT);
    if (COMMON.contains(folded)) {
      return true;
    }
    String letters = letters(folded);
    return COMMON.contains(letters)
        || Stream.concat(WORDS.stream(), Stream.of(context).flatMap(CommonPasswords::words))
            .anyMatch(letters::equals);
  }

  /** The whole, and the parts of a mail address, by their letters. */
  private static Stream<String> words(String context) {
    return Stream.concat(Stream.of(context), Stream.of(context.split("[@.]")))
        .map(CommonPasswords::letters)
        .filter(word -> word.length() >= SHORTEST_WORD);
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
  }

  /** How many there are that our length lets through, for tests. */
  static int count() {
    return COMMON.size();
  }

  private static Set<String> read() {
    try (InputStream in = Objects.requireNonNull(Zxcvbn.class.getResourceAsStream(LIST));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> line.length() >= Passwords.SHORTEST)
          .map(line -> line.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
