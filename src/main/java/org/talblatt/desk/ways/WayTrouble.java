package org.talblatt.desk.ways;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.text.Storable;

/**
 * A way that can't be used now, in words for whoever looks after it. What servers say of themselves
 * isn't among them but for a number or a key.
 */
final class WayTrouble extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  private final transient List<String> words;
  private final transient @Nullable Duration wait;

  private WayTrouble(List<String> words, @Nullable Duration wait) {
    super(words.getFirst(), null, false, false);
    this.words = words;
    this.wait = wait;
  }

  /**
   * @param key a message's
   * @param arguments what stands in it
   */
  static WayTrouble of(String key, String... arguments) {
    return new WayTrouble(words(key, arguments), null);
  }

  /** The same where they say how long to wait; null where they don't. */
  WayTrouble in(@Nullable Duration time) {
    return new WayTrouble(words, time);
  }

  /** A message's key and its arguments, as they are stored. */
  List<String> words() {
    return words;
  }

  @Nullable Duration asked() {
    return wait;
  }

  private static List<String> words(String key, String... arguments) {
    List<String> words = new ArrayList<>(List.of(key));
    for (String argument : arguments) {
      String kept = Storable.of(argument);
      words.add(kept.length() > LONGEST ? kept.substring(0, LONGEST) + "…" : kept);
    }
    return words;
  }
}
