package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.identity.FirstAdministrator;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Somebody gets an account, and a new paper its administrator, on every screen. */
class AccountTest {
  private static final TestPaper paper = TestPaper.start();

  @AfterAll
  static void stop() {
    paper.close();
  }

  static java.util.stream.Stream<Arguments> looks() {
    return java.util.stream.Stream.concat(
        Chromium.Look.all().stream().map(look -> Arguments.of(look, true)),
        java.util.stream.Stream.of(Arguments.of(Chromium.Look.PHONE, false)));
  }

  @ParameterizedTest(name = "{0}, JavaScript: {1}")
  @MethodSource("looks")
  void fromTheEmptyFormToTheOwnAccount(Chromium.Look look, boolean script) {
    String name = "N. " + look.name().replace(",", "") + (script ? "" : " ohne");
    String email = "n" + Integer.toHexString(name.hashCode()) + "@example.org";
    try (Visit visit = new Visit(paper, look, script)) {
      Page page = visit.open("/anmelden?zurueck=/konto");
      visit.looksRight();
      page.locator("form[action='/registrieren'] button").click();
      visit.looksRight();
      fill(page, name, "kein.At", "kurz");
      page.locator("[name=email]").evaluate("field => field.type = 'text'");
      page.locator("form[action='/registrieren']").evaluate("form => form.noValidate = true");
      page.locator("form[action='/registrieren'] button").click();
      assertThat(page.locator(".form-problem li")).hasCount(2);
      visit.looksRight();
      fill(page, name, email, "ein guter Satz");
      page.locator("form[action='/registrieren'] button").click();
      assertThat(page.locator("h1")).hasText("Sieh in deine E-Mails");
      visit.looksRight();
      visit.open(TestMails.await(paper, email).link());
      visit.looksRight();
      page.locator("form[action='/bestaetigen'] button").click();
      assertThat(page.locator("h1")).hasText("Dein Konto");
      assertThat(page.locator("main")).containsText(name);
      visit.looksRight();
      page.locator("form[action='/abmelden'] button").click();
      visit.open("/konto");
      assertThat(page.locator("h1")).hasText("Anmelden");
    }
  }

  @ParameterizedTest(name = "JavaScript: {0}")
  @ValueSource(booleans = {true, false})
  void whoForgotThePasswordGetsANewOne(boolean script) {
    String name = script ? "Vergesslich" : "Auch vergesslich";
    TestReaders.withPassword(paper, name);
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE_DARK, script)) {
      Page page = visit.open("/passwort");
      visit.looksRight();
      page.locator("[name=email]").fill(TestReaders.email(name));
      page.locator("form[action='/passwort'] button").click();
      assertThat(page.locator("[role=status]")).containsText("ist der Link unterwegs");
      visit.open(TestMails.await(paper, TestReaders.email(name)).link());
      visit.looksRight();
      page.locator("[name=password]").fill("jetzt merke ich es mir");
      page.locator("form[action='/passwort/neu'] button").click();
      assertThat(page.locator("[role=status]")).containsText("Dein neues Passwort gilt");
    }
  }

  @Test
  void anEmptyPaperIsOpened() {
    try (TestPaper empty = TestPaper.start();
        Visit visit = new Visit(empty, Chromium.Look.DESKTOP, true)) {
      String code = empty.door(FirstAdministrator.class).code().orElseThrow();
      Page page = visit.open("/");
      visit.looksRight();
      page.locator("a[href='/einrichten']").click();
      visit.looksRight();
      page.locator("[name=code]").fill(code);
      page.locator("[name=paper]").fill("Bote vom Tal");
      page.locator("[name=name]").fill("Chefin");
      page.locator("[name=email]").fill("chefin@example.org");
      page.locator("[name=password]").fill("ein guter Anfang");
      page.locator("form[action='/einrichten'] button").click();
      assertThat(page.locator("nav.sections")).containsText("Politik");
      visit.looksRight();
    }
  }

  private static void fill(Page page, String name, String email, String password) {
    page.locator("[name=name]").fill(name);
    page.locator("[name=email]").fill(email);
    page.locator("[name=password]").fill(password);
    page.locator("[name=rules]").check();
    page.locator("[name=age]").check();
  }
}
