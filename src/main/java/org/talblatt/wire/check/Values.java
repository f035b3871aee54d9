package org.talblatt.wire.check;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.Codes;
import org.talblatt.wire.format.Moments;
import org.talblatt.wire.format.Terms;
import tools.jackson.databind.JsonNode;

/** Values in the spelling in which they are compared. */
final class Values {
  private Values() {}

  static String plain(JsonNode value) {
    return value.isContainer() ? "" : plain(value.asString(""));
  }

  /** One kind of space, single. */
  static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  /** Letters and digits only, since others' text runs on where a line breaks. */
  static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }

  /** "nprov:apa" -> "apa". */
  static String local(JsonNode code) {
    return Terms.localPart(plain(code));
  }

  /** The single values in a list, or the value itself. */
  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    if (list.isArray()) {
      list.forEach(one -> texts.add(plain(one)));
    } else if (!plain(list).isEmpty()) {
      texts.add(plain(list));
    }
    return texts.stream().filter(text -> !text.isEmpty()).toList();
  }

  /** Codes in our spelling. */
  static List<String> codes(JsonNode list) {
    return texts(list).stream().map(code -> Codes.topic("", code)).toList();
  }

  /** Codes and names of topics or places. */
  static List<String> names(List<WireItem.Topic> topics) {
    return topics.stream().flatMap(topic -> Stream.of(plain(topic.name()), topic.code())).toList();
  }

  /** The same moment, whatever the offset; none on both sides is the same, too. */
  static boolean same(JsonNode value, @Nullable OffsetDateTime ours) {
    OffsetDateTime theirs = Moments.of(plain(value));
    return theirs == null
        ? ours == null
        : ours != null && Math.abs(Duration.between(theirs, ours).toMillis()) < 1000;
  }

  static String shown(@Nullable OffsetDateTime moment) {
    return moment == null ? "" : moment.toString();
  }
}
