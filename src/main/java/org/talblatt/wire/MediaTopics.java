package org.talblatt.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of IPTC's Media Topics in German, Italian and English, for those that agencies here
 * use, and which of the seventeen great subjects each belongs to.
 */
public final class MediaTopics {
  private static final Pattern CODE = Pattern.compile("medtop:(\\d{8})");
  private static final Map<String, Names> NAMES = read();

  /** The subjects were numbered one after the other: each great one begins here. */
  private static final NavigableMap<Integer, String> FIRST =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(20000001, "01"),
              Map.entry(20000056, "16"),
              Map.entry(20000082, "02"),
              Map.entry(20000139, "03"),
              Map.entry(20000170, "04"),
              Map.entry(20000398, "05"),
              Map.entry(20000418, "06"),
              Map.entry(20000446, "07"),
              Map.entry(20000493, "08"),
              Map.entry(20000509, "09"),
              Map.entry(20000538, "10"),
              Map.entry(20000573, "11"),
              Map.entry(20000657, "12"),
              Map.entry(20000710, "13"),
              Map.entry(20000768, "14"),
              Map.entry(20000822, "15"),
              Map.entry(20001128, "17")));

  private static final int LAST = 20001131;

  /** Added later, out of that order. */
  private static final Map<Integer, String> LATER =
      Map.of(20001132, "01", 20001147, "15", 20001151, "15", 20001154, "15");

  private MediaTopics() {}

  private record Names(String german, String italian, String english) {
    String in(String language) {
      return switch (language.split("-", 2)[0]) {
        case "it" -> italian;
        case "en" -> english;
        default -> german;
      };
    }

    List<String> all() {
      return List.of(german, italian, english);
    }
  }

  /** The name of a code such as {@code medtop:20001065}, in German where we don't speak it. */
  public static Optional<String> name(String code, String language) {
    return Optional.ofNullable(NAMES.get(code)).map(names -> names.in(language));
  }

  /** Its names in all languages; none where we have no words for it. */
  static Collection<String> names(String code) {
    Names names = NAMES.get(code);
    return names == null ? List.of() : names.all();
  }

  /** The great subject that a code belongs to, as a code; empty where we don't know. */
  public static Optional<String> top(String code) {
    Matcher matcher = CODE.matcher(code);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(matcher.group(1));
    if (number < 20000000) {
      return NAMES.containsKey(code) ? Optional.of(code) : Optional.empty();
    }
    String top = LATER.get(number);
    if (top == null && number <= LAST) {
      Map.Entry<Integer, String> before = FIRST.floorEntry(number);
      top = before == null ? null : before.getValue();
    }
    return Optional.ofNullable(top).map(two -> "medtop:" + two + "000000");
  }

  /** All that have names. */
  static List<String> codes() {
    return List.copyOf(NAMES.keySet());
  }

  /** The seventeen great subjects, by their codes. */
  public static List<String> tops() {
    return NAMES.keySet().stream().filter(code -> code.endsWith("000000")).toList();
  }

  private static Map<String, Names> read() {
    try (InputStream in = MediaTopics.class.getResourceAsStream("/wire/media-topics.csv");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      Map<String, Names> names = new LinkedHashMap<>();
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(";", 4))
          .forEach(part -> names.put("medtop:" + part[0], new Names(part[1], part[2], part[3])));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
