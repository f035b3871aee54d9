package org.talblatt.desk.story;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.talblatt.article.Draft;
import org.talblatt.platform.text.Shortened;

/**
 * What a text tells, as far as words show it: their beginnings, so that cases and plurals count as
 * one, and figures. Two texts on one event share most of the shorter one's; two on one subject
 * don't.
 */
public final class Telling {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");

  /** Shorter words are articles and prepositions in all our languages. */
  private static final int SHORTEST = 4;

  private static final int BEGINNING = 6;

  /** An agency's story is told in its first paragraphs; background repeats from day to day. */
  private static final int MOST_CHARACTERS = 1_500;

  private static final int FEWEST_WORDS = 12;
  private static final double SHARED = 0.5;
  private static final int SHARED_IN_HEADLINE = 2;

  private final String language;
  private final Set<String> headline;
  private final Set<String> all;

  private Telling(String language, Set<String> headline, Set<String> all) {
    this.language = language;
    this.headline = headline;
    this.all = all;
  }

  /** Of an article. */
  public static Telling of(Draft draft) {
    String text =
        draft.headline() + " " + draft.teaser() + " " + Jsoup.parse(draft.body().html()).text();
    return new Telling(
        draft.language(), words(draft.headline()), words(Shortened.to(MOST_CHARACTERS, text)));
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      String word = matcher.group();
      if (word.length() >= SHORTEST || Character.isDigit(word.charAt(0))) {
        words.add(word.length() > BEGINNING ? word.substring(0, BEGINNING) : word);
      }
    }
    return words;
  }

  /** Whether both tell the same; in doubt they don't: two shown as one would hide one. */
  public boolean same(Telling other) {
    int fewer = Math.min(all.size(), other.all.size());
    return language.equals(other.language)
        && fewer >= FEWEST_WORDS
        && shared(headline, other.headline) >= SHARED_IN_HEADLINE
        && shared(all, other.all) >= SHARED * fewer;
  }

  private static int shared(Set<String> some, Set<String> others) {
    return (int) some.stream().filter(others::contains).count();
  }
}
