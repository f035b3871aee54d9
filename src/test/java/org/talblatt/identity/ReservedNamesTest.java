package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Nobody speaks for the paper who isn't it. */
class ReservedNamesTest {
  private static final TestPaper paper = TestPaper.start();
  private final TestBrowser browser = new TestBrowser(paper);

  static {
    TestReaders.create(paper, "Marta Kofler", Role.EDITOR);
    TestReaders.create(paper, "N.G.");
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Marta Kofler.",
        "Marta_Kofler",
        "MartaKofler",
        "m.a.r.t.a. kofler",
        "Verwaltung",
        "V.e.r.w.a.l.t.u.n.g",
        "Der Herausgeber",
        "Amministrazione",
        "Re-daktion",
        "Mode_rator",
        "R3daktion",
        "Redakt10n",
        "M0d3rat0r",
        "4dm1n",
        "Ta1blatt",
        "ad.min",
        "Direzione"
      })
  void aNameThatSpeaksForThePaperIsRefused(String name) {
    assertThat(register(name)).contains("\"name\":", "vorbehalten");
  }

  @ParameterizedTest
  @ValueSource(strings = {"der.laitauer", "Der_Laitauer", "DerLaitauer"})
  void thePapersNameIsItsOwnHoweverItIsWritten(String name) {
    assertThat(ReservedNames.holds(new AccountName(name), "Der Laitauer")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NG", "Marta", "Kofler", "Marta Koflerin", "Edith Ortler", "Bergfex 1973"})
  void readersAmongEachOtherMayDifferByAFullStop(String name) {
    assertThat(register(name)).contains("\"state\":\"unconfirmed\"");
  }

  private String register(String name) {
    String email = TestReaders.email(name);
    String body =
        "{\"name\":\"%s\",\"email\":\"%s\",\"password\":\"lang genug\"}".formatted(name, email);
    return browser.json("POST", "/api/v1/readers", body).body();
  }
}
