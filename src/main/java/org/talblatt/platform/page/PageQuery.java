package org.talblatt.platform.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of a query makes a different page: the parameters that the route names, each once. */
final class PageQuery {
  private static final int LONGEST_VALUE = 200;
  private static final SortedMap<String, String> NONE =
      Collections.unmodifiableSortedMap(new TreeMap<>());

  private PageQuery() {}

  /** The named parameters; a value that can't be read, or none, counts as not given. */
  static SortedMap<String, String> of(@Nullable String raw, Set<String> names) {
    if (raw == null || names.isEmpty()) {
      return NONE;
    }
    SortedMap<String, String> query = new TreeMap<>();
    int start = 0;
    while (start <= raw.length()) {
      int ampersand = raw.indexOf('&', start);
      int end = ampersand < 0 ? raw.length() : ampersand;
      int equals = raw.indexOf('=', start);
      if (equals > start && equals < end && names.contains(raw.substring(start, equals))) {
        String value = decoded(raw.substring(equals + 1, end));
        if (value != null && !value.isEmpty()) {
          query.putIfAbsent(raw.substring(start, equals), value);
        }
      }
      start = end + 1;
    }
    return query;
  }

  /** The address in its one spelling, by which the page is kept. */
  static String key(String path, SortedMap<String, String> query) {
    return query.isEmpty()
        ? path
        : query.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", path + "?", ""));
  }

  private static @Nullable String decoded(String value) {
    if (value.length() > LONGEST_VALUE) {
      return null;
    }
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return null;
    }
  }
}
