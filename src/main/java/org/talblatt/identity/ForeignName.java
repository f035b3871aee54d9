package org.talblatt.identity;

import com.ibm.icu.text.Normalizer2;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.talblatt.base.Failure;

/**
 * What somebody is called here who had a name elsewhere: the same where our rules allow it, else as
 * much of it as they do, and with a number where it is somebody else's already.
 */
final class ForeignName {
  private static final String NAMELESS = "Mitglied";
  private static final int LONGEST = 30;
  private static final int LAST_NUMBER = 9;
  private static final int MANY = 1_000_000;
  private static final Pattern FORBIDDEN = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd} ._-]+");
  private static final Pattern BEGINNING = Pattern.compile("^[\\p{M} ]+");
  private static final Pattern MARKS = Pattern.compile("(\\p{M}{2})\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

  private ForeignName() {}

  /**
   * Names to try, best first.
   *
   * @param seed the same for the same person; chooses among the last ones
   */
  static Stream<AccountName> choices(String foreign, int seed) {
    AccountName name = allowed(foreign);
    return Stream.concat(
        Stream.concat(
            Stream.of(name),
            IntStream.rangeClosed(2, LAST_NUMBER).mapToObj(number -> with(name, number))),
        Stream.of(name, new AccountName(NAMELESS))
            .flatMap(base -> numbers(seed).mapToObj(number -> with(base, number))));
  }

  private static IntStream numbers(int seed) {
    return IntStream.range(0, 20).map(i -> Math.floorMod(seed * 31 + i * 7919, MANY) + 10);
  }

  /** The name itself as far as our rules allow it. */
  static AccountName allowed(String foreign) {
    String bounded = foreign.length() > 10 * LONGEST ? foreign.substring(0, 10 * LONGEST) : foreign;
    String clean = FORBIDDEN.matcher(NFKC.normalize(bounded)).replaceAll(" ");
    clean = MARKS.matcher(clean).replaceAll("$1");
    clean = BEGINNING.matcher(SPACES.matcher(clean).replaceAll(" ")).replaceAll("");
    try {
      return AccountName.parse(cut(clean, LONGEST));
    } catch (Failure notAllowed) {
      return new AccountName(NAMELESS);
    }
  }

  private static AccountName with(AccountName name, int number) {
    String end = " " + number;
    return new AccountName(cut(name.value(), LONGEST - end.length()) + end);
  }

  /** So many characters at most, none cut in half. */
  private static String cut(String text, int most) {
    int end = Math.min(text.codePointCount(0, text.length()), most);
    return text.substring(0, text.offsetByCodePoints(0, end)).strip();
  }
}
