package org.talblatt.wire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talblatt.testing.Samples;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.WireFormats;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real agency files, against what others read off them. */
class WireSamplesTest {
  private static final List<FileReport> REPORTS = new ArrayList<>();
  private static final CheckTotals TOTALS = new CheckTotals();

  @BeforeAll
  static void readAll() throws Exception {
    Path folder = Samples.folder("wire");
    JsonNode all = JsonMapper.builder().build().readTree(folder.resolve("expected.json").toFile());
    for (Map.Entry<String, JsonNode> file : all.properties()) {
      if (Formats.named(file.getValue().path("format").asString(""))) {
        byte[] bytes = Files.readAllBytes(folder.resolve(file.getKey()));
        REPORTS.add(WireCheck.of(file.getKey(), bytes, file.getValue()));
      }
    }
    REPORTS.forEach(TOTALS::add);
    TOTALS.lines().forEach(System.out::println);
  }

  @Test
  void nearlyAllValuesThatOthersReadAreOursToo() {
    assertThat(TOTALS.compared()).isGreaterThan(4000);
    assertThat(TOTALS.share()).isGreaterThan(CheckTotals.FLOOR);
  }

  @Test
  void whatMustNotBePublicStandsInClosedNotesOnly() {
    assertThat(REPORTS.stream().flatMap(file -> file.leaks().stream())).isEmpty();
    assertThat(TOTALS.closed()).isGreaterThan(200);
  }

  @Test
  void creditAndDestinationAreWhatANewsroomExpects() {
    assertThat(REPORTS.stream().flatMap(file -> file.findings().stream()))
        .filteredOn(finding -> finding.section().equals("newsroom"))
        .noneMatch(Finding::wrong);
  }

  @Test
  void everyKeyIsMappedOrExplained() {
    assertThat(REPORTS.stream().flatMap(file -> file.findings().stream()))
        .noneMatch(finding -> finding.outcome() == Finding.Outcome.UNKNOWN);
  }

  @Test
  void hostileFilesAreRefusedOrDisarmed() throws Exception {
    Path hostile = Samples.folder("wire").resolve("_derived/hostile");
    for (String file : List.of("xxe-newsmlg2.xml", "truncated-newsmlg2.xml")) {
      byte[] bytes = Files.readAllBytes(hostile.resolve(file));
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> WireFormats.read(bytes)))
          .as(file)
          .isInstanceOf(UnreadableWire.class);
    }
    WireItem item =
        WireFormats.read(Files.readAllBytes(hostile.resolve("xss.json"))).items().getFirst();
    assertThat(item.body().html())
        .contains("Text", "Link", "Ende")
        .doesNotContainIgnoringCase(
            "<script",
            "onclick",
            "onerror",
            "onload",
            "javascript:",
            "<svg",
            "evil.example",
            "position:fixed");
  }
}
