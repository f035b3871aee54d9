package org.talblatt.wire.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who a text is from, as it is printed after "Von:". */
public final class Credit {
  /** How agencies write themselves; their own data has "DPA", "reuters.com" and long names. */
  private static final Map<String, String> SPELLING =
      Map.ofEntries(
          Map.entry("apa", "APA"),
          Map.entry("dpa", "dpa"),
          Map.entry("afp", "AFP"),
          Map.entry("ap", "AP"),
          Map.entry("ansa", "ANSA"),
          Map.entry("sda", "sda"),
          Map.entry("keystone-sda", "Keystone-SDA"),
          Map.entry("reuters", "Reuters"),
          Map.entry("reuters.com", "Reuters"),
          Map.entry("kathpress", "Kathpress"),
          Map.entry("kathpress.at", "Kathpress"));

  private static final int LONGEST = 300;

  private Credit() {}

  /**
   * The agency's own credit line; else the bracket of dateline or first paragraph; else provider
   * and the sources it had the text from.
   */
  public static String of(
      String creditLine, String bracket, String provider, List<String> sources) {
    String line = creditLine.length() > LONGEST ? "" : withoutLooseEnd(creditLine);
    if (!line.isEmpty()) {
      return line;
    }
    if (!bracket.isEmpty()) {
      return bracket;
    }
    List<String> names = new ArrayList<>();
    for (String source : concat(provider, sources)) {
      String name = spelling(source);
      if (!name.isEmpty() && names.stream().noneMatch(name::equalsIgnoreCase)) {
        names.add(name);
      }
    }
    return String.join("/", names);
  }

  /** An agency's name as it writes itself. */
  public static String spelling(String name) {
    return SPELLING.getOrDefault(name.strip().toLowerCase(Locale.ROOT), name.strip());
  }

  /** "STT–" has room for a source that isn't there. */
  private static String withoutLooseEnd(String line) {
    return line.strip().replaceAll("[\\s/–—-]+$", "");
  }

  private static List<String> concat(String first, List<String> rest) {
    List<String> all = new ArrayList<>();
    all.add(first);
    all.addAll(rest);
    return all;
  }
}
