package org.talblatt.identity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that is held on a person, such as a comment: named values in order. */
public final class PersonalRecord {
  /**
   * @param key the name in JSON, English, in lowerCamelCase
   * @param label the key of the message that names it for people
   * @param value a String, Number, Boolean, Instant, URI (shown as a link) or a List of Strings
   */
  public record Field(String key, String label, Object value) {}

  private final List<Field> fields = new ArrayList<>();

  /** Adds a value; null says nothing and is left out. */
  public PersonalRecord with(String key, String label, @Nullable Object value) {
    if (value != null) {
      fields.add(new Field(key, label, value));
    }
    return this;
  }

  public List<Field> fields() {
    return List.copyOf(fields);
  }
}
