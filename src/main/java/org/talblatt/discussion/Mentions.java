package org.talblatt.discussion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talblatt.identity.ReaderNames.Named;

/**
 * Finds the readers that a text names. A name may hold dots and spaces and may be followed by any
 * punctuation, so every beginning of what stands behind an {@code @} is tried and the longest that
 * is somebody's name wins: {@code @N.G…..} names N.G., {@code @Anna!} names Anna.
 */
final class Mentions {
  private static final int LONGEST_NAME = 30;

  /** More would only be a way to call many people at once; what follows stays text. */
  static final int MOST = 20;

  /**
   * At the text's start, behind a blank, an opening sign or an ellipsis: never inside a mail
   * address. Before whatever a name may begin with.
   */
  private static final Pattern AT =
      Pattern.compile("(?<![\\p{L}\\p{N}\\p{Cf}_@/\\-])(?<!(?<!\\.)\\.)@(?=[\\p{L}\\p{N}._-])");

  private Mentions() {}

  /**
   * A name in the text.
   *
   * @param start where the {@code @} stands
   * @param end behind the name
   * @param rest the dots of an ellipsis whose first dots belong to the name
   */
  record Mention(int start, int end, String rest, Named reader) {}

  /**
   * Every mention, in order.
   *
   * @param typed a reader's text; an ellipsis in it counts as three dots
   * @param key folds a name the way accounts are unique
   * @param lookup finds readers by their folded names, in one go
   */
  static List<Mention> find(
      String typed,
      Function<String, String> key,
      Function<Collection<String>, Map<String, Named>> lookup) {
    String text = typed.replace("…", "...");
    List<Integer> starts = new ArrayList<>();
    Matcher matcher = AT.matcher(text);
    Set<String> keys = new LinkedHashSet<>();
    while (starts.size() < MOST && matcher.find()) {
      starts.add(matcher.start());
      for (int end : ends(text, matcher.start() + 1)) {
        keys.add(key.apply(text.substring(matcher.start() + 1, end)));
      }
    }
    if (keys.isEmpty()) {
      return List.of();
    }
    Map<String, Named> known = lookup.apply(keys);
    List<Mention> mentions = new ArrayList<>();
    for (int start : starts) {
      Mention mention = longest(text, start, key, known);
      if (mention != null) {
        mentions.add(mention);
      }
    }
    return text.equals(typed) ? mentions : asTyped(mentions, typed);
  }

  /** The same mentions, counted in the text that still has its ellipses. */
  private static List<Mention> asTyped(List<Mention> mentions, String typed) {
    int[] places = new int[typed.length() * 3 + 1];
    int length = 0;
    for (int i = 0; i < typed.length(); i++) {
      for (int dot = 0; dot < (typed.charAt(i) == '…' ? 3 : 1); dot++) {
        places[length++] = i;
      }
    }
    places[length] = typed.length();
    List<Mention> found = new ArrayList<>();
    for (Mention mention : mentions) {
      int end = mention.end();
      int rest = 0;
      while (end + rest < length && places[end + rest] == places[end - 1]) {
        rest++;
      }
      found.add(
          new Mention(
              places[mention.start()], places[end + rest], ".".repeat(rest), mention.reader()));
    }
    return found;
  }

  private static @Nullable Mention longest(
      String text, int start, Function<String, String> key, Map<String, Named> known) {
    for (int end : ends(text, start + 1).reversed()) {
      Named reader = known.get(key.apply(text.substring(start + 1, end)));
      if (reader != null) {
        return new Mention(start, end, "", reader);
      }
    }
    return null;
  }

  /** Where a name that begins here may end: never in the middle of a word, never on a blank. */
  private static List<Integer> ends(String text, int from) {
    List<Integer> ends = new ArrayList<>();
    int position = from;
    int letters = 0;
    while (position < text.length() && letters < LONGEST_NAME) {
      int character = text.codePointAt(position);
      if (!inName(character)) {
        break;
      }
      position += Character.charCount(character);
      letters++;
      if (character != ' ' && !(wordy(character) && wordFollows(text, position))) {
        ends.add(position);
      }
    }
    return ends;
  }

  private static boolean wordFollows(String text, int position) {
    return position < text.length() && wordy(text.codePointAt(position));
  }

  private static boolean inName(int character) {
    return wordy(character)
        || character == '.'
        || character == '_'
        || character == '-'
        || character == ' ';
  }

  private static boolean wordy(int character) {
    int type = Character.getType(character);
    return Character.isLetterOrDigit(character)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
