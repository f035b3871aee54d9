package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Somebody sets up passkeys and comes in by them, with Chromium's virtual authenticator. */
class PasskeyJourneyTest {
  private static final TestPaper paper = TestPaper.start();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void fromSettingUpToTheTextTypedAtTheWall() {
    ArticleId article = TestArticles.publish(paper, "An der Schranke");
    TestReaders.withPassword(paper, "Schlüsselkind");
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, true)) {
      Authenticator device = new Authenticator(visit.page());
      device.answers(false);
      Page page = logIn(visit, "Schlüsselkind");
      visit.open("/konto/sicherheit");
      visit.looksRight();
      device.answers(true);
      page.locator("[data-passkey-add] button").click();
      assertThat(page.locator("[role=status]")).containsText("Dein Passkey ist eingerichtet");
      visit.looksRight();
      page.locator("[name=name]").fill("Telefon");
      page.locator("form[action$='/name'] button").click();
      assertThat(page.locator(".passkey-name")).hasText("Telefon");
      device.answers(false);
      logOut(visit);

      visit.open(Links.article(article));
      page.locator("form.write textarea").fill("Erst getippt, dann mit dem Finger angemeldet.");
      visit.looksRight();
      device.answers(true);
      page.locator(".wall-key").first().click();
      assertThat(page.locator(".corner")).hasText("Schlüsselkind");
      assertThat(page.locator("form.write textarea").first())
          .hasValue("Erst getippt, dann mit dem Finger angemeldet.");
      page.locator("form.write .button").first().click();
      assertThat(
              page.locator(".comment-text", new Page.LocatorOptions().setHasText("Erst getippt")))
          .hasCount(1);
    }
  }

  @Test
  void ofTwoOneIsRemovedAndOpensNothingAnyMore() {
    TestReaders.withPassword(paper, "Zweischlüssel");
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Authenticator device = new Authenticator(visit.page());
      Page page = logIn(visit, "Zweischlüssel");
      add(visit, "Erster");
      Authenticator other = new Authenticator(visit.page(), "usb");
      device.remove();
      add(visit, "Zweiter");
      assertThat(page.locator(".passkey-name")).hasCount(2);
      visit.looksRight();
      page.locator("a[href^='/konto/passkeys/']").nth(1).click();
      page.locator("form[action$='/entfernen'] button").click();
      assertThat(page.locator(".passkey-name")).hasText("Erster");
      // the browser was told, and its device forgets it too
      org.awaitility.Awaitility.await().until(() -> other.holds() == 0);

      add(visit, "Dritter");
      other.answers(false);
      logOut(visit);
      paper.door(JdbcClient.class).sql("delete from passkey where name = 'Dritter'").update();
      visit.open("/anmelden?zurueck=/konto");
      other.answers(true);
      page.locator(".passkey-offer button").click();
      assertThat(page.locator(".passkey-said")).containsText("kennen wir nicht");
      org.awaitility.Awaitility.await().until(() -> other.holds() == 0);
      visit.looksRight();
    }
  }

  private static void add(Visit visit, String name) {
    Page page = visit.open("/konto/sicherheit");
    page.locator("[data-passkey-add] button").click();
    page.locator("[name=name]").fill(name);
    page.locator("form[action$='/name'] button").click();
    assertThat(page.locator(".passkey-name").last()).hasText(name);
  }

  @Test
  void theLoginFieldItselfOffersPasskeys() {
    TestReaders.withPassword(paper, "Feldlerche");
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP_DARK, true)) {
      Authenticator device = new Authenticator(visit.page());
      Page page = logIn(visit, "Feldlerche");
      add(visit, "Gerät");
      device.answers(false);
      logOut(visit);
      visit.open("/anmelden?zurueck=/konto");
      assertThat(page.locator("[name=login]")).hasAttribute("autocomplete", "username webauthn");
      visit.looksRight();
      // the virtual device picks what the field offers
      device.answers(true);
      visit.open("/anmelden?zurueck=/konto");
      page.waitForURL("**/konto");
      assertThat(page.locator(".corner")).hasText("Feldlerche");
    }
  }

  @Test
  void whoActsIsConfirmedByPasskey() {
    TestReaders.withPassword(paper, "Bestätigerin");
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE_DARK, true)) {
      new Authenticator(visit.page());
      Page page = logIn(visit, "Bestätigerin");
      add(visit, "Gerät");
      visit.open("/konto/bestaetigen?zurueck=/konto/sicherheit");
      visit.looksRight();
      page.locator(".passkey-offer button").click();
      page.waitForURL("**/konto/sicherheit");
      assertThat(page.locator(".passkey-facts")).containsText("zuletzt benutzt");
    }
  }

  @Test
  void withoutJavaScriptNothingIsOfferedThatCannotWork() {
    TestReaders.withPassword(paper, "Ohne Skript");
    ArticleId article = TestArticles.publish(paper, "Ohne Skript");
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, false)) {
      Page page = visit.open(Links.personalView(article));
      assertThat(page.locator(".wall-key")).isHidden();
      visit.looksRight();
      logIn(visit, "Ohne Skript");
      visit.open("/konto/sicherheit");
      assertThat(page.locator("[data-passkey-add] button")).isHidden();
      assertThat(page.locator(".passkey-none")).isVisible();
      visit.looksRight();
    }
  }

  private static Page logIn(Visit visit, String name) {
    Page page = visit.open("/anmelden");
    page.locator("[name=login]").fill(name);
    page.locator("[name=password]").fill(TestReaders.PASSWORD);
    page.locator("form[action='/anmelden'] button").first().click();
    page.waitForURL(url -> !url.contains("/anmelden"));
    return page;
  }

  private static void logOut(Visit visit) {
    Locator out = visit.open("/konto").locator("form[action='/abmelden'] button");
    out.click();
    visit.page().waitForURL(url -> !url.contains("/konto"));
  }

  /** A device of Chromium's own making that holds passkeys and is unlocked at once. */
  private static final class Authenticator {
    private final CDPSession session;
    private final String id;

    private Authenticator(Page page) {
      this(page, "internal");
    }

    private Authenticator(Page page, String transport) {
      session = page.context().newCDPSession(page);
      session.send("WebAuthn.enable");
      JsonObject options = new JsonObject();
      options.addProperty("protocol", "ctap2");
      options.addProperty("transport", transport);
      options.addProperty("hasResidentKey", true);
      options.addProperty("hasUserVerification", true);
      options.addProperty("isUserVerified", true);
      options.addProperty("automaticPresenceSimulation", true);
      JsonObject wanted = new JsonObject();
      wanted.add("options", options);
      id =
          session
              .send("WebAuthn.addVirtualAuthenticator", wanted)
              .get("authenticatorId")
              .getAsString();
    }

    /** Whether somebody is there who touches it. */
    private void answers(boolean present) {
      JsonObject wanted = named();
      wanted.addProperty("enabled", present);
      session.send("WebAuthn.setAutomaticPresenceSimulation", wanted);
    }

    /** How many passkeys. */
    private int holds() {
      return session.send("WebAuthn.getCredentials", named()).getAsJsonArray("credentials").size();
    }

    private void remove() {
      session.send("WebAuthn.removeVirtualAuthenticator", named());
    }

    private JsonObject named() {
      JsonObject named = new JsonObject();
      named.addProperty("authenticatorId", id);
      return named;
    }
  }
}
