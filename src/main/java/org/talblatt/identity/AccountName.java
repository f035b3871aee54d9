package org.talblatt.identity;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import java.util.regex.Pattern;
import org.talblatt.base.Failure;

/**
 * A reader's name as the paper shows it: 2 to 30 characters, letters of one script (or of scripts
 * that are written together), digits, space, full stop, underscore, hyphen.
 */
public record AccountName(String value) {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 30;
  private static final Pattern ALLOWED =
      Pattern.compile("[\\p{L}\\p{Nd}._-][\\p{L}\\p{M}\\p{Nd} ._-]*");
  private static final Pattern SOMETHING = Pattern.compile("[\\p{L}\\p{Nd}]");
  private static final Pattern TWO_LETTERS = Pattern.compile("[\\p{L}\\p{Nd}].*[\\p{L}\\p{Nd}]");
  private static final Pattern MARKS = Pattern.compile("\\p{M}{3}");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
  private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}+");
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
  private static final SpoofChecker LOOKS =
      new SpoofChecker.Builder()
          .setChecks(SpoofChecker.RESTRICTION_LEVEL)
          .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
          .build();

  /** Refuses what no name here ever was; {@link #parse} is stricter with new ones. */
  public AccountName {
    String wrong = refusal(value);
    if (wrong != null) {
      throw Failure.invalid("name", wrong);
    }
  }

  /** The name in what somebody typed; a Failure says what is wrong with it. */
  public static AccountName parse(String typed) {
    if (typed.length() > 10 * LONGEST) {
      throw Failure.invalid("name", "identity.name-length");
    }
    AccountName name =
        new AccountName(SPACES.matcher(NFKC.normalize(typed)).replaceAll(" ").strip());
    if (MARKS.matcher(name.value).find()) {
      throw Failure.invalid("name", "identity.name-marks");
    }
    if (!TWO_LETTERS.matcher(name.value).find()) {
      throw Failure.invalid("name", "identity.name-letters");
    }
    return name;
  }

  /** Equal for names that differ only in case, accents or look-alike letters. */
  public static String key(String name) {
    String plain = withoutAccents(UCharacter.foldCase(NFKC.normalize(name), true));
    return UCharacter.foldCase(withoutAccents(LOOKS.getSkeleton(plain)), true);
  }

  /** The key of this name. */
  public String key() {
    return key(value);
  }

  /** Equal for names that look alike as they are written: "Ian" with a capital i, and "lan". */
  public String look() {
    return LOOKS.getSkeleton(withoutAccents(value));
  }

  @Override
  public String toString() {
    return value;
  }

  private static String withoutAccents(String text) {
    String letters = ACCENTS.matcher(NFD.normalize(text)).replaceAll("");
    return UNPRINTABLE.matcher(letters).replaceAll("");
  }

  private static @org.jspecify.annotations.Nullable String refusal(String name) {
    int length = name.codePointCount(0, name.length());
    if (length < SHORTEST || length > LONGEST) {
      return "identity.name-length";
    }
    if (!ALLOWED.matcher(name).matches() || !SOMETHING.matcher(name).find()) {
      return "identity.name-characters";
    }
    return LOOKS.failsChecks(name) ? "identity.name-scripts" : null;
  }
}
