package org.talblatt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of security requirements names tests that are there. */
class AsvsTest {
  private static final Path TABLE = Path.of("docs/security/asvs.md");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)#(\\w+)`");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([67]\\.\\d+\\.\\d+) \\| [12] \\|");

  /** How many requirements of levels 1 and 2 each section has. */
  private static final Map<String, Integer> SECTIONS =
      Map.ofEntries(
          Map.entry("6.1", 3),
          Map.entry("6.2", 12),
          Map.entry("6.3", 4),
          Map.entry("6.4", 4),
          Map.entry("6.5", 5),
          Map.entry("6.6", 3),
          Map.entry("6.8", 4),
          Map.entry("7.1", 3),
          Map.entry("7.2", 4),
          Map.entry("7.3", 2),
          Map.entry("7.4", 5),
          Map.entry("7.5", 2),
          Map.entry("7.6", 2));

  @Test
  void everyTestThatTheTableNamesExists() throws IOException {
    Map<String, String> sources = sources();
    Set<String> missing = new TreeSet<>();
    NAMED
        .matcher(Files.readString(TABLE))
        .results()
        .filter(
            named ->
                !sources
                    .getOrDefault(named.group(1), "")
                    .matches("(?s).*\\bvoid " + named.group(2) + "\\(.*"))
        .forEach(named -> missing.add(named.group()));
    assertThat(missing).isEmpty();
  }

  @Test
  void everyRequirementOfLevelsOneAndTwoHasItsRow() throws IOException {
    Map<String, Integer> rows =
        ROW.matcher(Files.readString(TABLE))
            .results()
            .map((MatchResult row) -> row.group(1))
            .distinct()
            .collect(
                Collectors.groupingBy(
                    number -> number.substring(0, number.lastIndexOf('.')),
                    Collectors.summingInt(each -> 1)));
    assertThat(rows).isEqualTo(SECTIONS);
  }

  private static Map<String, String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.toString().endsWith("Test.java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  AsvsTest::read,
                  (one, other) -> one + other));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
