package org.talblatt.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.desk.Deliveries;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** An editor publishes what an agency sent, on a screen and on a phone, with and without script. */
class InboxTest {
  private static final TestPaper paper = TestPaper.start();
  private static final String NAME = "Redakteurin";

  @BeforeAll
  static void newsroom() {
    TestReaders.withPassword(paper, NAME, Role.EDITOR);
    paper.door(Sections.class).put(new Section("kultur", "Kultur", 1, "de"));
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  static Stream<Arguments> looks() {
    return Stream.concat(
        Chromium.Look.all().stream().map(look -> Arguments.of(look, true)),
        Stream.of(Arguments.of(Chromium.Look.PHONE, false)));
  }

  @ParameterizedTest(name = "{0}, JavaScript: {1}")
  @MethodSource("looks")
  void anItemIsReadAndPublished(Chromium.Look look, boolean script) throws Exception {
    String headline = deliver(look.name() + " " + script);
    try (Visit visit = new Visit(paper, look, script)) {
      Page page = logIn(visit);
      visit.looksRight();
      Locator item =
          page.locator(".desk-item").filter(new Locator.FilterOptions().setHasText(headline));
      item.locator("h2 a").click();
      page.waitForURL("**/redaktion/eingang/*");
      visit.looksRight();
      page.locator(".desk-main").click();
      page.waitForURL("**/redaktion/eingang?fertig=*");
      assertThat(page.locator(".desk-done").innerText()).contains(headline);
      page.locator(".desk-done a").click();
      page.waitForURL("**/kultur/*");
      assertThat(page.locator("article h1").first().innerText()).contains(headline);
      assertThat(page.locator("article").first().innerText()).contains("Von: APA/dpa");
      visit.looksRight();
      for (String list : new String[] {"?liste=published", "?liste=ticker", "/dateien"}) {
        visit.open("/redaktion/eingang" + list);
        visit.looksRight();
      }
      for (String room : new String[] {"planung", "regeln", "regeln/neu", "regeln/1/probe"}) {
        visit.open("/redaktion/" + room);
        visit.looksRight();
      }
    }
  }

  @org.junit.jupiter.api.Test
  void theKeyboardIsEnough() throws Exception {
    String headline = deliver("Tasten");
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = logIn(visit);
      page.keyboard().press("j");
      assertThat(page.locator(":focus").innerText()).contains(headline);
      page.keyboard().press("p");
      page.keyboard().press("Enter");
      page.waitForURL("**/redaktion/eingang?fertig=*");
      assertThat(page.locator(".desk-done").innerText()).contains(headline);
    }
  }

  @org.junit.jupiter.api.Test
  void whatComesStandsInTheOpenListByItself() throws Exception {
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = logIn(visit);
      String headline = deliver("Von selbst");
      page.locator(".desk-item").filter(new Locator.FilterOptions().setHasText(headline)).waitFor();
      page.keyboard().press("/");
      assertThat(page.locator(":focus").getAttribute("name")).isEqualTo("worte");
    }
  }

  private static Page logIn(Visit visit) {
    Page page = visit.open("/anmelden?zurueck=/redaktion/eingang");
    page.locator("#login").fill(TestReaders.email(NAME));
    page.locator("#password").fill(TestReaders.PASSWORD);
    page.locator("main form button[type=submit]").first().click();
    page.waitForURL("**/redaktion/eingang");
    return page;
  }

  private static String deliver(String mark) throws Exception {
    try (InputStream in = InboxTest.class.getResourceAsStream("/wire/apa.xml")) {
      String headline = "Orgel klingt: " + mark;
      String file =
          new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
              .replace("Orgel von Mühlwald klingt wieder", headline)
              .replace("20260302:APA0042", "20260302:" + mark);
      paper.door(Deliveries.class).deliver(file.getBytes(UTF_8), "apa.xml", null, false);
      return headline;
    }
  }
}
