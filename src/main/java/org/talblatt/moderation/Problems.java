package org.talblatt.moderation;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.Failure;
import org.talblatt.platform.text.Messages;

/**
 * What is wrong with a form, in words.
 *
 * @param whole about the form as a whole; empty where there is nothing to say
 */
public record Problems(String whole, Map<String, String> fields) {
  static final Problems NONE = new Problems("", Map.of());

  static Problems of(Messages words, Failure failure) {
    String sentence = words.get(failure.key(), failure.arguments());
    if (failure.fields().isEmpty()) {
      return new Problems(sentence, Map.of());
    }
    if (failure.fields().containsValue(failure.key())) {
      return new Problems(
          "",
          failure.fields().keySet().stream()
              .collect(Collectors.toUnmodifiableMap(field -> field, field -> sentence)));
    }
    return new Problems(
        "",
        failure.fields().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, field -> words.get(field.getValue()))));
  }

  /** What is wrong with a field; null where nothing is. */
  public @Nullable String of(String field) {
    return fields.get(field);
  }

  /** Whether anything is wrong. */
  public boolean any() {
    return !whole.isEmpty() || !fields.isEmpty();
  }
}
