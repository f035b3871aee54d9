package org.talblatt.platform.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Scripts of libraries, which import each other by name. An import map would have to stand in the
 * page, where no script may; so the names are replaced by our addresses as the program starts.
 */
final class Modules {
  /** Each behind those that it imports. */
  static final List<String> NAMES =
      List.of(
          "orderedmap",
          "rope-sequence",
          "w3c-keyname",
          "prosemirror-model",
          "prosemirror-transform",
          "prosemirror-state",
          "prosemirror-keymap",
          "prosemirror-view",
          "prosemirror-commands",
          "prosemirror-history",
          "prosemirror-schema-list",
          "prosemirror-gapcursor");

  private static final Pattern IMPORT =
      Pattern.compile("(?m)^(import\\b[^;\"']*)([\"'])([a-z0-9-]+)\\2");
  private static final String PLACE = "META-INF/resources/webjars/";

  private final Map<String, String> paths = new LinkedHashMap<>();

  /** Says under which address a library is served. */
  void put(String name, String path) {
    paths.put(name, path);
  }

  /** A script with addresses in place of names. */
  String linked(String script) {
    return IMPORT
        .matcher(script)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(found.group(1) + "\"" + address(found.group(3)) + "\""));
  }

  private String address(String name) {
    String path = paths.get(name);
    if (path == null) {
      throw new IllegalStateException("a script imports what we don't serve: " + name);
    }
    return path;
  }

  /** A library's script as it came. */
  static String text(String name) {
    try {
      PathMatchingResourcePatternResolver all = new PathMatchingResourcePatternResolver();
      for (String place : List.of("/*/dist/index.js", "/*/index.js")) {
        Resource[] found = all.getResources("classpath*:" + PLACE + name + place);
        if (found.length > 0) {
          return found[0].getContentAsString(StandardCharsets.UTF_8);
        }
      }
      throw new IllegalStateException("not on the class path: " + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
