package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.demo.DemoHouse;
import org.talblatt.paper.Papers;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.widget.House;

/** Readers of another house talk under its page: another origin, no cookie of ours there. */
class WidgetJourneyTest {
  private static final TestPaper paper = TestPaper.start();
  private static final HttpServer server = server();
  private static final String origin = "http://127.0.0.1:" + server.getAddress().getPort();
  private static final House house = House.open(paper, "almhaus", origin);

  @AfterAll
  static void stop() {
    server.stop(0);
    paper.close();
  }

  @Test
  void aMemberOfTheHouseAgreesOnceAndWritesChangesAndDeletes() {
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      visit.leadsTo(origin);
      Page page = visit.page();
      page.navigate(origin + "/huette?mitglied=vroni");
      assertThat(page.locator(".talk-empty")).isVisible();
      assertThat(page.locator(".wall:visible")).hasCount(1);
      assertThat(page.locator(".wall-in:visible")).hasText("Als Vroni mitreden");
      assertThat(page.locator(".wall-new")).hasCount(0);
      page.locator("form.write textarea").fill("Endlich auch im Winter.");
      page.locator("form.write .button").click();
      assertThat(page.locator(".embed-ask")).containsText("Du schreibst als Vroni");
      visit.looksRight();
      page.locator(".embed-ask button").first().click();
      assertThat(page.locator(".embed-who")).containsText("Vroni");
      assertThat(page.locator("form.write textarea")).hasValue("Endlich auch im Winter.");
      assertThat(page.locator("form.write textarea")).isFocused();
      page.locator("form.write .button").click();
      assertThat(page.locator("#kommentar-1 .comment-text")).hasText("Endlich auch im Winter.");
      assertThat(page.locator("#kommentar-1")).isFocused();
      assertThat(page.locator("form.write textarea")).hasValue("");
      visit.looksRight();

      page.reload();
      assertThat(page.locator(".embed-who")).containsText("Vroni");
      page.locator("#kommentar-1 [href$='/bearbeiten']").click();
      Locator change = page.locator("form.embed-temporary");
      assertThat(change.locator("textarea")).hasValue("Endlich auch im Winter.");
      change.locator("textarea").fill("Endlich auch im Advent.");
      change.locator(".button").click();
      assertThat(page.locator("#kommentar-1 .comment-text")).hasText("Endlich auch im Advent.");
      page.locator("#kommentar-1 [href$='/loeschung']").click();
      page.locator(".embed-ask button").first().click();
      assertThat(page.locator(".comment")).hasCount(0);
      page.locator(".embed-out").click();
      assertThat(page.locator(".embed-who")).hasCount(0);
    }
  }

  @Test
  void whoHasAnAccountComesInByTheWindowByKeyboardAndNoCookieTravels() {
    house.call(house.pass("1", "Anna", "/fenster"), "POST", "comments", "{\"text\":\"Erste\"}");
    TestReaders.withPassword(paper, "Sepp");
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      visit.leadsTo(origin);
      Page page = visit.page();
      List<Request> asked = new ArrayList<>();
      page.onRequest(asked::add);
      page.navigate(origin + "/fenster");
      assertThat(page.locator("#kommentar-1")).isVisible();
      page.locator("#kommentar-1 .comment-reply").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("form.write-reply textarea")).isFocused();
      page.keyboard().type("Das sehe ich auch so.");
      page.keyboard().press("Escape");
      assertThat(page.locator("form.write-reply")).hasCount(0);
      assertThat(page.locator("#kommentar-1 .comment-reply")).isFocused();
      page.keyboard().press("Enter");
      page.keyboard().type("Das sehe ich anders.");
      Page window =
          page.waitForPopup(
              () -> page.locator("form.write-reply .button:not(.button-quiet)").press("Enter"));
      window.locator("[name=login]").fill("Sepp");
      window.locator("[name=password]").fill(TestReaders.PASSWORD);
      window.locator("main form button").first().click();
      assertThat(window.locator("main")).containsText(origin);
      window.waitForClose(() -> window.locator("main form .button").click());
      assertThat(page.locator(".embed-who")).containsText("Sepp");
      Locator reply = page.locator("form.write-reply textarea");
      assertThat(reply).hasValue("Das sehe ich anders.");
      assertThat(reply).isFocused();
      page.locator("form.write-reply .button:not(.button-quiet)").press("Enter");
      assertThat(page.locator("#kommentar-2 .comment-text")).hasText("Das sehe ich anders.");
      page.locator("#kommentar-1 .vote-up").press("Enter");
      assertThat(page.locator("#kommentar-1 .vote-up")).hasAttribute("aria-pressed", "true");
      assertThat(page.locator("#kommentar-1 .vote-up .vote-count")).hasText("1");
      visit.looksRight();
      noCookieWentAlong(asked);
    }
  }

  private static void noCookieWentAlong(List<Request> asked) {
    Assertions.assertThat(asked)
        .filteredOn(each -> each.url().startsWith(paper.url("/").toString()))
        .hasSizeGreaterThan(5)
        .allSatisfy(each -> Assertions.assertThat(each.allHeaders()).doesNotContainKey("cookie"));
  }

  @Test
  void itReadsWellOnSmallAndDarkScreensAndFindsALinkedComment() {
    String pass = house.pass("1", "Anna", "/lang");
    for (int i = 1; i <= 52; i++) {
      house.call(pass, "POST", "comments", "{\"text\":\"Donaudampfschiff " + i + "\"}");
    }
    Chromium.Look small =
        new Chromium.Look(
            "small, dark", 320, 640, true, com.microsoft.playwright.options.ColorScheme.DARK);
    try (Visit visit = new Visit(paper, small, true)) {
      visit.leadsTo(origin);
      Page page = visit.page();
      page.navigate(origin + "/lang#kommentar-2");
      assertThat(page.locator("#kommentar-2")).isFocused();
      visit.looksRight();
      page.locator(".talk-pages [rel=prev]").click();
      assertThat(page.locator("#kommentar-52")).isVisible();
      assertThat(page.locator(".talk-title")).isFocused();
      page.locator(".talk-orders a", new Page.LocatorOptions().setHasText("Älteste")).click();
      assertThat(page.locator(".comment").first()).hasAttribute("data-number", "1");
      Assertions.assertThat(page.url()).isEqualTo(origin + "/lang#kommentar-2");
    }
  }

  @Test
  void withoutScriptALinkLeadsToTheTalkOnThePaper() {
    house.call(house.pass("1", "Anna", "/still"), "POST", "comments", "{\"text\":\"Ruhig\"}");
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, false)) {
      visit.leadsTo(origin);
      Page page = visit.page();
      page.navigate(origin + "/still");
      page.locator("talblatt-discussion a").click();
      assertThat(page.locator(".comment-text")).hasText("Ruhig");
      assertThat(page.locator(".embed-back")).hasAttribute("href", origin + "/still");
      visit.looksRight();
      TestReaders.withPassword(paper, "Ohne Skript");
      page.navigate(origin + "/neu");
      page.locator("talblatt-discussion a").click();
      page.locator(".embed-begin").click();
      page.locator("[name=login]").fill("Ohne Skript");
      page.locator("[name=password]").fill(TestReaders.PASSWORD);
      page.locator("main form button").first().click();
      page.locator("main form .button").click();
      page.locator("form.write textarea").fill("Der Anfang");
      page.locator("form.write .button:not(.write-look)").click();
      assertThat(page.locator(".comment-text")).hasText("Der Anfang");
    }
  }

  @Test
  void theDemosSamplePageIsAnotherSiteToo() {
    paper.door(Papers.class).markDemo();
    paper.door(Sections.class).put(new Section("chronik", "Chronik", 2, "de"));
    DemoHouse sample = paper.door(DemoHouse.class);
    sample.open();
    Assertions.assertThat(sample.address()).startsWith("http://127.0.0.1:");
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      visit.leadsTo(sample.address());
      Page page = visit.open("/einbettung/beispiel?als=mitglied");
      Assertions.assertThat(page.url()).startsWith(sample.address());
      page.navigate(sample.address() + "?als=mitglied");
      page.locator("form.write textarea").fill("Von nebenan");
      page.locator("form.write .button").click();
      page.locator(".embed-ask button").first().click();
      assertThat(page.locator(".embed-who")).containsText("Vroni vom Bergblick");
      page.locator("form.write .button").click();
      assertThat(page.locator("#kommentar-1 .comment-text")).hasText("Von nebenan");
      visit.looksRight();
    }
  }

  @Test
  void aHouseThatIsNotLetInIsToldWhy() {
    try (BrowserContext context = Chromium.open(Chromium.Look.DESKTOP, true)) {
      List<String> said = new ArrayList<>();
      context.onConsoleMessage(message -> said.add(message.text()));
      Page page = context.newPage();
      page.navigate(origin.replace("127.0.0.1", "localhost") + "/fremd");
      assertThat(page.locator(".embed-problem"))
          .containsText(Pattern.compile("localhost:\\d+ darf"));
      Assertions.assertThat(said).anyMatch(text -> text.contains("site=\"almhaus\""));
    }
  }

  private static HttpServer server() {
    try {
      HttpServer made =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      made.createContext("/", WidgetJourneyTest::answer);
      made.start();
      return made;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A page as another house's own program would make it. */
  private static void answer(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    String path = exchange.getRequestURI().getPath();
    String signed = "";
    if (query != null && query.startsWith("mitglied=")) {
      String name = query.substring("mitglied=".length());
      Map<String, Object> claims =
          house.claims(name, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
      signed = " sign-on=\"" + house.sign(claims) + "\"";
    }
    byte[] body =
        """
        <!doctype html><html lang="de"><head><meta charset="utf-8"><title>Seite %1$s</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
        <style>p { color: red } .comment { display: none } textarea { width: 900px }</style></head>
        <body><main><h1>Eine Seite</h1>
        <talblatt-discussion site="almhaus"%2$s><a href="%3$s/einbettung/almhaus?adresse=%4$s">Diskussion</a></talblatt-discussion>
        </main><script async src="%3$s/einbettung/talblatt.js"></script></body></html>
        """
            .formatted(path, signed, paper.settings().url(), origin + path)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
    exchange
        .getResponseHeaders()
        .add(
            "Content-Security-Policy",
            "default-src 'self' 'unsafe-inline' data:; script-src %1$s; connect-src %1$s"
                .formatted(paper.settings().url()));
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
