package org.talblatt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an item can be found by. */
class WireFactsTest {
  @Test
  void aMediaTopicHasANameInEachLanguageAndAGreatSubject() {
    assertThat(MediaTopics.name("medtop:20001065", "de")).contains("Fußball");
    assertThat(MediaTopics.name("medtop:20001065", "it-IT")).contains("Calcio");
    assertThat(MediaTopics.name("medtop:20001065", "en")).contains("Football");
    assertThat(MediaTopics.name("medtop:20001065", "sv")).contains("Fußball");
    assertThat(MediaTopics.top("medtop:20001065")).contains("medtop:15000000");
    assertThat(MediaTopics.top("medtop:20000154")).contains("medtop:03000000");
    assertThat(MediaTopics.top("medtop:20000106")).contains("medtop:02000000");
    assertThat(MediaTopics.top("medtop:20001154")).contains("medtop:15000000");
    assertThat(MediaTopics.top("medtop:11000000")).contains("medtop:11000000");
    assertThat(MediaTopics.top("medtop:20009999")).isEmpty();
    assertThat(MediaTopics.top("dpasubject:7")).isEmpty();
    assertThat(MediaTopics.name("medtop:99999999", "de")).isEmpty();
    assertThat(MediaTopics.tops()).hasSize(17);
  }

  @Test
  void everyTopicHasThreeNamesAndNoneBelongsNowhere() {
    for (String code : MediaTopics.codes()) {
      assertThat(MediaTopics.names(code)).as(code).hasSize(3).noneMatch(String::isBlank);
      assertThat(MediaTopics.top(code)).as(code).isPresent();
    }
    assertThat(MediaTopics.codes()).hasSizeGreaterThan(290).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dpa-Tagesvorschau für Dienstag, 24. September 2024|2024-09-24",
        "dpa/audio-Programm für Donnerstag, 26. September 2024, 17 Uhr|2024-09-26",
        "Terminvorschau für Samstag|2024-09-28",
        "Previsioni per giovedì 3 ottobre|2024-10-03",
        "Preview for Tuesday|2024-09-24",
        "Überblick POLITIK, 23.09.2024 - 18.00 Uhr|2024-09-23",
        "Jahresvorschau: 5. Jänner|2025-01-05",
        "Achtung, bitte löschen|2024-09-23",
        "30. Februar gibt es nicht|2024-09-23",
        "Achtung: 35 Zeilen bis 18.00 statt 17.30|2024-09-23",
        "Vor 30 Jahren, am 9. November 1989|2024-09-23"
      })
  void thePreviewOfADayIsAboutThatDay(String headline, LocalDate day) {
    assertThat(AboutDay.of(headline, LocalDate.of(2024, 9, 23))).isEqualTo(day);
  }

  @Test
  void titleAndTextAreKeptInOneColumnAndReadBackTheSame() {
    WireFacts facts =
        new WireFacts(
            "dpa", List.of("sport"), List.of("bozen"), 4, "de", "Eins\nZwei", "Drei\nVier");
    assertThat(WireFacts.stored(facts, facts.plain())).isEqualTo(facts);
    WireFacts bare = new WireFacts("dpa", List.of(), List.of(), null, "", "Nur das", "");
    assertThat(WireFacts.stored(bare, bare.plain())).isEqualTo(bare);
    assertThat(WireFacts.stored(bare, "Nur das").title()).isEqualTo("Nur das");
  }
}
