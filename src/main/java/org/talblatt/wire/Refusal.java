package org.talblatt.wire;

import java.util.ArrayList;
import java.util.List;
import org.talblatt.platform.text.Messages;

/**
 * Why a file was not taken, kept with it so that it can be said in each editor's language.
 *
 * @param key a message of this feature
 * @param arguments what stands in it: place, element, limit
 */
public record Refusal(String key, List<String> arguments) {
  private static final String SOME = "wire.refused.items";

  public static Refusal of(String key, Object... arguments) {
    return new Refusal(key, List.of(arguments).stream().map(Object::toString).toList());
  }

  /** This reason where it is one item's, the first of {@code count} in a file that was read. */
  public Refusal ofItem(int count, int place, String guid) {
    String name = guid.length() > 100 ? guid.substring(0, 100) + " …" : guid;
    List<String> all =
        new ArrayList<>(List.of(Integer.toString(count), Integer.toString(place), name, key));
    all.addAll(arguments);
    return new Refusal(SOME, all);
  }

  /** The reason as a sentence. */
  public String in(Messages messages) {
    if (key.equals(SOME)) {
      Refusal own = new Refusal(arguments.get(3), arguments.subList(4, arguments.size()));
      return messages.get(
          key, arguments.get(0), arguments.get(1), arguments.get(2), own.in(messages));
    }
    return messages.get(key, arguments.toArray());
  }
}
