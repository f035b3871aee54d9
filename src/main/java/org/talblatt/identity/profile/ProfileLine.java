package org.talblatt.identity.profile;

import com.ibm.icu.text.Normalizer2;
import java.util.regex.Pattern;
import org.talblatt.base.Failure;

/** What a reader says of themselves: one line of plain text, 160 characters at most. */
public record ProfileLine(String value) {
  static final int LONGEST = 160;

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  /** All but the two joiners, which scripts and emoji need: marks that turn the text round. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}[\\p{Cf}&&[^\\u200c\\u200d]]]+");

  /** Letters with towers of accents reach into other lines. */
  private static final Pattern TOWERS = Pattern.compile("(\\p{M}{4})\\p{M}+");

  /**
   * The line in what somebody typed.
   *
   * @throws Failure where it is too long
   */
  static ProfileLine parse(String typed) {
    if (typed.length() > 10 * LONGEST) {
      throw tooLong();
    }
    String clean = UNPRINTABLE.matcher(BLANKS.matcher(typed).replaceAll(" ")).replaceAll("");
    String line = TOWERS.matcher(NFC.normalize(clean)).replaceAll("$1").strip();
    if (line.codePointCount(0, line.length()) > LONGEST) {
      throw tooLong();
    }
    return new ProfileLine(line);
  }

  private static Failure tooLong() {
    return Failure.invalid("line", "profile.line-long", LONGEST);
  }
}
