package org.talblatt.platform.page;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A public page's normalised path and its whitelisted query parameters. */
public record PageAddress(String path, SortedMap<String, String> query) {

  /** The address of a path without parameters. */
  public static PageAddress of(String path) {
    return new PageAddress(path, new TreeMap<>());
  }

  /** The address of a path with parameters. */
  public static PageAddress of(String path, Map<String, String> query) {
    return new PageAddress(path, new TreeMap<>(query));
  }

  /** A parameter's value, or null where it is absent. */
  public @Nullable String parameter(String name) {
    return query.get(name);
  }
}
