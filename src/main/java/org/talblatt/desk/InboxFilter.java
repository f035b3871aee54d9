package org.talblatt.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.text.Storable;
import org.talblatt.wire.WireFilter;
import org.talblatt.wire.WireItem;

/**
 * What an editor wants to see of a list, by the names of the form. What can't be meant is no
 * condition: the form shows what was understood.
 */
public record InboxFilter(Map<String, String> typed) {
  private static final int LENGTH = 100;
  private static final List<String> FIELDS =
      List.of(
          "worte",
          "agentur",
          "fach",
          "thema",
          "ort",
          "dringlichkeit",
          "sprache",
          "art",
          "nah",
          "ordnung");

  static InboxFilter of(Map<String, String> request) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String field : FIELDS) {
      String value = Storable.of(request.getOrDefault(field, "")).strip();
      if (!value.isEmpty()) {
        typed.put(field, value.substring(0, Math.min(LENGTH, value.length())));
      }
    }
    return new InboxFilter(typed);
  }

  static InboxFilter none() {
    return new InboxFilter(Map.of());
  }

  /** What stands in a field. */
  public String get(String field) {
    return typed.getOrDefault(field, "");
  }

  /** Whether anything is left out. */
  public boolean any() {
    return !wanted().none();
  }

  /** Whether the newest come first, where else the weightiest do. */
  boolean newest() {
    return get("ordnung").equals("neu");
  }

  WireFilter wanted() {
    String urgency = get("dringlichkeit");
    return new WireFilter(
        get("agentur").toLowerCase(Locale.ROOT),
        get("fach"),
        get("thema"),
        get("ort"),
        urgency.matches("[1-9]") ? Integer.valueOf(urgency) : null,
        get("sprache").toLowerCase(Locale.ROOT),
        kind(),
        get("worte"),
        get("nah").equals("1"));
  }

  private WireItem.@Nullable Kind kind() {
    for (WireItem.Kind kind : WireItem.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(get("art"))) {
        return kind;
      }
    }
    return null;
  }

  /** To be added to an address that has a query already. */
  String query() {
    StringBuilder query = new StringBuilder();
    typed.forEach(
        (field, value) ->
            query
                .append('&')
                .append(field)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return query.toString();
  }
}
