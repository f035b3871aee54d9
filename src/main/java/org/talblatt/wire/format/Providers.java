package org.talblatt.wire.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who sent an item that doesn't name its provider: the house that gave it its identifier. */
public final class Providers {
  private static final Pattern HOUSE =
      Pattern.compile(
          "^(?:urn:newsml:|tag:|https?://(?:[^/@]*@)?)([\\p{Alnum}.-]+)", Pattern.CASE_INSENSITIVE);
  private static final List<String> SECOND_LEVEL = List.of("co", "com", "or", "ac", "gv", "org");

  private Providers() {}

  /** "dpa" of "urn:newsml:dpa.com:…"; where the identifier says nothing, the first of the names. */
  public static String of(String guid, String... names) {
    Matcher house = HOUSE.matcher(guid);
    return Stream.concat(Stream.of(house.find() ? ofHost(house.group(1)) : ""), Stream.of(names))
        .map(Providers::plain)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** "ap" of "api.ap.org". */
  public static String ofHost(String host) {
    List<String> labels = List.of(host.toLowerCase(Locale.ROOT).split("\\."));
    int last = labels.size() - 2;
    if (last < 0 || host.matches("[\\d.]+")) {
      return "";
    }
    return last > 0 && SECOND_LEVEL.contains(labels.get(last))
        ? labels.get(last - 1)
        : labels.get(last);
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}._-]+", "-");
  }
}
