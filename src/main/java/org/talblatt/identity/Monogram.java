package org.talblatt.identity;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The sign of who has no picture: up to two letters of the name on a colour that the name decides.
 * Drawn by us, so that nobody else is asked who reads here.
 *
 * @param letters the beginnings of the first two words
 * @param colour of the ground, in six hexadecimal digits behind {@code #}; white is readable on it
 */
public record Monogram(String letters, String colour) {
  /** Each at 7:1 or better against white. */
  static final List<String> COLOURS =
      List.of(
          "#2a4d8f", "#7d2a14", "#2f5427", "#6b4600", "#5b2a7a", "#0f5257", "#7a1f4d", "#3d4650");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s._-]+");

  /** The monogram of a name. */
  public static Monogram of(String name) {
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN_WORDS.split(name)) {
      if (!word.isEmpty() && words.size() < 2) {
        words.add(first(word));
      }
    }
    int colour = Math.floorMod(AccountName.key(name).hashCode(), COLOURS.size());
    return new Monogram(String.join("", words), COLOURS.get(colour));
  }

  /** What a reader sees as one letter, with its accents. */
  private static String first(String word) {
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(word);
    String letter = word.substring(0, letters.next());
    return UCharacter.toTitleCase(Locale.ROOT, letter, null);
  }
}
