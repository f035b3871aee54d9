package org.talblatt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** The administrator brings an agency in, on a screen and on a phone, without script too. */
class AgencyJourneyTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader CHIEF = TestReaders.create(paper, "Verwalterin", Role.ADMINISTRATOR);
  private static final Reader EDITOR = TestReaders.create(paper, "Redakteurin", Role.EDITOR);

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
  void anAgencyComesInAndItsWaysAreSeen(Chromium.Look look, boolean script) {
    String name = (look.name() + script).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    try (Visit visit = new Visit(paper, look, script)) {
      visit.as(CHIEF);
      Page page = visit.open("/redaktion/agenturen");
      visit.looksRight();
      page.getByLabel("Kurzname").fill(name);
      page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Agentur " + name);
      page.getByLabel("Quellenangabe").fill("APA/{credit}");
      press(page, "Hinzufügen");
      page.waitForURL("**/redaktion/agenturen/" + name + "?fertig=gespeichert");
      visit.looksRight();
      page.locator("summary", new Page.LocatorOptions().setHasText("Weiteren Weg")).click();
      page.locator("#art-neu").selectOption("sftp");
      page.locator("#adresse-neu").fill("https://agentur.example/");
      visit.looksRight();
      press(page, "Hinzufügen");
      assertThat(page.locator("[role=alert]").innerText())
          .contains("sftp://agentur.example/ordner");
      assertThat(page.locator("#adresse-neu").inputValue()).isEqualTo("https://agentur.example/");
      visit.looksRight();
      press(page, "Neuer Schlüssel");
      assertThat(page.locator(".desk-done code").innerText()).hasSize(43);
      visit.looksRight();
      visit.as(EDITOR);
      visit.open("/redaktion/agenturen/" + name);
      assertThat(page.locator(".ways-agency").count()).isEqualTo(2);
      visit.looksRight();
    }
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }
}
