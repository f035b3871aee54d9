package org.talblatt.wire;

import java.util.List;
import org.talblatt.platform.text.Messages;

/**
 * Why a file was not taken, kept with it so that it can be said in each editor's language.
 *
 * @param key a message of this feature
 * @param arguments what stands in it: place, element, limit
 */
public record Refusal(String key, List<String> arguments) {
  static Refusal of(String key, Object... arguments) {
    return new Refusal(key, List.of(arguments).stream().map(Object::toString).toList());
  }

  /** The reason as a sentence. */
  public String in(Messages messages) {
    return messages.get(key, arguments.toArray());
  }
}
