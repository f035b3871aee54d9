package org.talblatt.identity;

import com.ibm.icu.text.Normalizer2;
import java.util.Optional;
import java.util.regex.Pattern;
import org.talblatt.base.Failure;
import org.talblatt.platform.text.Shortened;

/** What somebody can be called here who has a name elsewhere: as much of it as our rules allow. */
public final class NearName {
  private static final int LONGEST = 30;
  private static final int LONGEST_READ = 10 * LONGEST;
  private static final Pattern FORBIDDEN = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd} ._-]+");
  private static final Pattern BEGINNING = Pattern.compile("^[\\p{M} ]+");
  private static final Pattern MARKS = Pattern.compile("(\\p{M}{2})\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

  private NearName() {}

  /** The name itself as far as it can be; empty where nothing of it can. */
  public static Optional<AccountName> of(String called) {
    String read = called.substring(0, Math.min(called.length(), LONGEST_READ));
    String clean = FORBIDDEN.matcher(NFKC.normalize(read)).replaceAll(" ");
    clean = MARKS.matcher(clean).replaceAll("$1");
    clean = BEGINNING.matcher(SPACES.matcher(clean).replaceAll(" ")).replaceAll("");
    try {
      return Optional.of(AccountName.parse(cut(clean, LONGEST)));
    } catch (Failure noName) {
      return Optional.empty();
    }
  }

  /** The same name with a number behind it; the first is the name itself. */
  public static AccountName numbered(AccountName name, int number) {
    if (number == 1) {
      return name;
    }
    String end = " " + number;
    return new AccountName(cut(name.value(), LONGEST - end.length()) + end);
  }

  /** So many characters at most, none cut in half. */
  private static String cut(String text, int most) {
    return Shortened.to(most, text).strip();
  }
}
