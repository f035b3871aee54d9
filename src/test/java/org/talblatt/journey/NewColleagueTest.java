package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/**
 * An administrator invites an editor of one section; she accepts, sees what is hers, and is out
 * again once the role is withdrawn. On a screen and on the narrowest phone, with and without
 * script.
 */
class NewColleagueTest {
  private static final Chromium.Look NARROW =
      new Chromium.Look("narrow phone", 320, 640, true, ColorScheme.DARK);
  private static final TestPaper paper = TestPaper.start();
  private static final String CHIEF = "Chefin";

  @BeforeAll
  static void newsroom() throws IOException {
    TestReaders.withPassword(paper, CHIEF, Role.ADMINISTRATOR);
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
    paper.door(Sections.class).put(new Section("kultur", "Kultur", 2, "de"));
    try (InputStream in = NewColleagueTest.class.getResourceAsStream("/wire/apa.xml")) {
      byte[] culture = Objects.requireNonNull(in).readAllBytes();
      String politics =
          new String(culture, StandardCharsets.UTF_8)
              .replace("Orgel von Mühlwald klingt wieder", "Landtag tagt")
              .replace("20260302:APA0042", "20260302:APA0043")
              .replace("apadesk:KA", "apadesk:IP")
              .replace("medtop:01000000", "medtop:11000000");
      paper.door(Deliveries.class).deliver(culture, "a.xml", null, false);
      paper
          .door(Deliveries.class)
          .deliver(politics.getBytes(StandardCharsets.UTF_8), "b.xml", null, false);
    }
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  static Stream<Arguments> looks() {
    return Stream.of(
        Arguments.of(Chromium.Look.DESKTOP, true),
        Arguments.of(NARROW, true),
        Arguments.of(NARROW, false));
  }

  @ParameterizedTest(name = "{0}, JavaScript: {1}")
  @MethodSource("looks")
  void anEditorIsInvitedWorksAndIsOutAgain(Chromium.Look look, boolean script) {
    String name = "Kultur " + look.width() + (script ? " mit" : " ohne");
    String email = "kultur-" + look.width() + script + "@example.org";
    try (Visit chief = new Visit(paper, look, script);
        Visit editor = new Visit(paper, look, script)) {
      Page office = logIn(chief);
      invite(chief, office, email);
      Page desk = accept(editor, email, name);
      editor.open("/redaktion/eingang");
      assertThat(desk.locator(".desk-part")).containsText("Kultur");
      assertThat(desk.locator(".desk-list")).containsText("Orgel von Mühlwald");
      assertThat(desk.locator("main")).not().containsText("Landtag tagt");
      editor.looksRight();
      chief.open("/verwaltung/konten?suche=" + name.replace(" ", "%20"));
      chief.looksRight();
      office.locator(".staff-row a").click();
      assertThat(office.locator("h1")).hasText(name);
      chief.looksRight();
      office.locator("form[action$='/rollen/entzug'] button").click();
      assertThat(office.locator("[role=status]")).containsText("Die Rollen sind geändert");
      editor.open("/redaktion/eingang");
      assertThat(desk.locator("h1")).hasText("Anmelden");
      for (String path : new String[] {"/verwaltung/rechte", "/verwaltung/protokoll?wen=Kultur"}) {
        chief.open(path);
        chief.looksRight();
      }
      assertThat(office.locator(".staff-log")).containsText("Rolle entzogen");
    }
  }

  private static void invite(Visit chief, Page office, String email) {
    chief.open("/verwaltung/einladungen");
    office.locator("#email").fill(email);
    office.locator("[value='editor:kultur']").check();
    chief.looksRight();
    office.locator(".staff-invite button").click();
    assertThat(office.locator("[role=status]")).containsText("unterwegs");
    chief.looksRight();
  }

  private static Page accept(Visit editor, String email, String name) {
    Page page = editor.open(TestMails.await(paper, email).link());
    editor.looksRight();
    page.locator("[name=name]").fill(name);
    page.locator("[name=password]").fill("ein guter Satz");
    page.locator("form[action='/einladung'] button").click();
    page.waitForURL("**/konto**");
    return page;
  }

  private static Page logIn(Visit visit) {
    Page page = visit.open("/anmelden?zurueck=/verwaltung/konten");
    page.locator("#login").fill(TestReaders.email(CHIEF));
    page.locator("#password").fill(TestReaders.PASSWORD);
    page.locator("main form button[type=submit]").first().click();
    page.waitForURL("**/verwaltung/konten");
    visit.looksRight();
    return page;
  }
}
