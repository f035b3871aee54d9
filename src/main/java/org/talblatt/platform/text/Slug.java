package org.talblatt.platform.text;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** The readable part of an address, made from a headline. */
public final class Slug {
  private static final int LONGEST = 80;
  private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]+");
  private static final ThreadLocal<Transliterator> TO_ASCII =
      ThreadLocal.withInitial(() -> Transliterator.getInstance("de-ASCII; Any-Latin; Latin-ASCII"));

  private Slug() {}

  /** Lower-case words with hyphens, umlauts as "ae"; "artikel" where nothing is left. */
  public static String of(String headline) {
    String ascii = TO_ASCII.get().transliterate(headline).toLowerCase(Locale.ROOT);
    String words = NOT_A_WORD.matcher(ascii).replaceAll("-");
    String cut = words.length() <= LONGEST ? words : atWord(words);
    String trimmed = cut.replaceAll("^-+|-+$", "");
    return trimmed.isEmpty() ? "artikel" : trimmed;
  }

  private static String atWord(String words) {
    int hyphen = words.lastIndexOf('-', LONGEST);
    return words.substring(0, hyphen > 0 ? hyphen : LONGEST);
  }
}
