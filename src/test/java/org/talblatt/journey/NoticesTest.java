package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.identity.Reader;
import org.talblatt.notification.Notification;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Somebody follows a branch, hears of everything there is to hear of, and on a device too. */
class NoticesTest {
  private static final TestPaper paper =
      TestPaper.start(
          TestDatabase.create(), Map.of("push-services", "localhost", "push-inside", "true"));

  @AfterAll
  static void stop() {
    paper.close();
  }

  @ParameterizedTest(name = "JavaScript: {0}")
  @ValueSource(booleans = {true, false})
  void aBranchIsFollowedByKeyboardAndLeftAgain(boolean script) {
    String name = "Zweig " + script;
    ArticleId article = TestArticles.publish(paper, "Wer folgt wem");
    TestReaders.withPassword(paper, name);
    TestBrowser writer = TestBrowser.as(paper, TestReaders.create(paper, "Ast " + script));
    writer.post(Links.comments(article), "text", "Wurzel");
    writer.post(Links.comments(article) + "/1/antworten", "text", "Ast");
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, script)) {
      Page page = logIn(visit, name, Links.personalView(article));
      if (script) {
        visit.open(Links.article(article));
      }
      page.setViewportSize(320, 700);
      Locator button = page.locator("#kommentar-1 form.branch button");
      assertThat(button).hasText("Zweig folgen");
      assertThat(button).hasAccessibleName("Zweig folgen: alle Antworten unter Kommentar 1");
      button.focus();
      page.keyboard().press("Enter");
      assertThat(button).hasText("Zweig nicht mehr folgen");
      visit.looksRight();
      writer.post(Links.comments(article) + "/2/antworten", "text", "Tief unten im Zweig");
      visit.open("/mitteilungen");
      assertThat(page.locator(".notification-title a"))
          .hasText("Ast " + script + " hat in einem Zweig geantwortet, dem du folgst");
      visit.open("/konto/mitteilungen");
      visit.looksRight();
      page.getByLabel("Nicht mehr folgen: Kommentar 1 von").click();
      assertThat(page.locator("[role=status]").first()).containsText("folgst");
    }
  }

  @Test
  void theListShowsEveryKindAndLeadsWhereItBelongs() {
    ArticleId article = TestArticles.publish(paper, "Von allem etwas");
    Reader reader = TestReaders.withPassword(paper, "Hört Alles");
    TestBrowser.as(paper, reader).post(Links.comments(article), "text", "Eigener Gedanke");
    TestBrowser other = TestBrowser.as(paper, TestReaders.create(paper, "Sagt Alles"));
    tellEverything(reader, other, article);
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE_DARK, true)) {
      Page page = logIn(visit, "Hört Alles", "/mitteilungen");
      page.setViewportSize(320, 700);
      assertThat(page.locator(".notification-title")).hasCount(Notification.Kind.values().length);
      visit.looksRight();
      assertThat(page.locator(".notification-title a[href*='/konto/meldungen#fall-']")).hasCount(3);
      assertThat(page.locator(".bell")).hasText("9");
    }
  }

  /** One notification of each kind. */
  private static void tellEverything(Reader reader, TestBrowser other, ArticleId article) {
    JdbcClient db = paper.door(JdbcClient.class);
    db.sql("delete from notification").update();
    long decision =
        db.sql(
                """
                insert into decision (article, number, account, decided_at, kind, statement)
                values (?, 1, ?, now(), 'keep', 'Gut.') returning id
                """)
            .params(article.value(), reader.account().value())
            .query(Long.class)
            .single();
    int number = 1;
    Set<Notification.Kind> decided =
        EnumSet.of(
            Notification.Kind.RELEASED,
            Notification.Kind.REMOVED,
            Notification.Kind.LIFTED,
            Notification.Kind.OBJECTION);
    for (Notification.Kind kind : Notification.Kind.values()) {
      other.post(Links.comments(article), "text", "Gedanke zu " + kind);
      db.sql(
              """
              insert into notification (account, article, number, kind, decision, created_at)
              values (?, ?, ?, ?, nullif(?, 0), now())
              """)
          .params(
              reader.account().value(),
              article.value(),
              ++number,
              kind.word(),
              decided.contains(kind) ? decision : 0)
          .update();
    }
    db.sql("update comment set pinned_at = now() where article = ?")
        .param(article.value())
        .update();
  }

  @Test
  void whereABrowserCannotOrMayNotShowThemThePageSaysSo() {
    TestReaders.withPassword(paper, "Kann Nicht");
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      visit
          .page()
          .addInitScript(
              """
              if (location.search === "?alt") delete globalThis.PushManager;
              else PushManager.prototype.subscribe = () => Promise.reject(new Error("out of reach"));
              """);
      // what is not granted is denied from now on
      visit.page().context().grantPermissions(List.of("geolocation"));
      Page page = logIn(visit, "Kann Nicht", "/konto/mitteilungen");
      assertThat(page.locator("[data-state=denied]")).isVisible();
      assertThat(page.locator(".push-on")).isHidden();
      visit.looksRight();
      visit.open("/konto/mitteilungen?alt");
      assertThat(page.locator("[data-state=unsupported]")).isVisible();
      page.context().grantPermissions(List.of("notifications"));
      visit.open("/konto/mitteilungen");
      assertThat(page.locator("[data-state=denied]")).isHidden();
      page.locator(".push-on").click();
      assertThat(page.locator(".push-said")).containsText("antwortet nicht");
      visit.looksRight();
    }
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, false)) {
      Page page = logIn(visit, "Kann Nicht", "/konto/mitteilungen");
      assertThat(page.locator(".push-on")).isHidden();
      visit.looksRight();
    }
  }

  /**
   * The browser's own push service is out of reach, so its subscription is made up; all else is
   * real: the asking, our worker, what it shows.
   */
  @Test
  void aDeviceIsSwitchedOnShowsAMessageAndIsSwitchedOff() {
    TestReaders.withPassword(paper, "Mit Gerät");
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = visit.page();
      page.context().grantPermissions(List.of("notifications"));
      page.addInitScript(SUBSCRIPTION);
      logIn(visit, "Mit Gerät", "/konto/mitteilungen");
      page.locator(".push-on").click();
      assertThat(page.locator(".form-note")).hasText("Auf diesem Gerät eingeschaltet.");
      assertThat(page.locator("[data-state=on]")).isVisible();
      assertThat(page.locator(".push li")).containsText("dieses Gerät");
      visit.looksRight();
      deliver(
          page,
          """
          {"title":"Berta hat dir geantwortet","body":"Rathaus","path":"/artikel/1","tag":"a",
          "lang":"de","time":0}""");
      page.waitForFunction(
          """
          navigator.serviceWorker.ready.then((r) => r.getNotifications())
            .then((all) => all.some((one) => one.title === "Berta hat dir geantwortet"
              && one.body === "Rathaus" && one.data.path === "/artikel/1"))""");
      page.locator(".push-off button").click();
      assertThat(page.locator(".form-note")).hasText("Auf dem Gerät ausgeschaltet.");
      assertThat(page.locator(".push-on")).isVisible();
    }
  }

  private static final String SUBSCRIPTION =
      """
      const made = {
        toJSON: () => ({ endpoint: "https://localhost/geraet", keys: { auth: "BTBZMqHH6r4Tts7J_aSIgg",
          p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4" } }),
        unsubscribe: async () => { sessionStorage.removeItem("made"); return true; },
      };
      PushManager.prototype.subscribe = async () => { sessionStorage.setItem("made", "1"); return made; };
      PushManager.prototype.getSubscription = async () => sessionStorage.getItem("made") ? made : null;
      """;

  /** What the browser does when its push service brings something. */
  private static void deliver(Page page, String message) {
    CDPSession browser = page.context().newCDPSession(page);
    CompletableFuture<String> registration = new CompletableFuture<>();
    browser.on(
        "ServiceWorker.workerRegistrationUpdated",
        event ->
            event
                .getAsJsonArray("registrations")
                .forEach(
                    each ->
                        registration.complete(
                            each.getAsJsonObject().get("registrationId").getAsString())));
    browser.send("ServiceWorker.enable");
    page.waitForCondition(registration::isDone);
    JsonObject delivered = new JsonObject();
    delivered.addProperty("origin", paper.settings().links().origin());
    delivered.addProperty("registrationId", registration.join());
    delivered.addProperty("data", message);
    browser.send("ServiceWorker.deliverPushMessage", delivered);
  }

  private static Page logIn(Visit visit, String name, String back) {
    Page page = visit.open("/anmelden?zurueck=" + back);
    page.locator("[name=login]").fill(name);
    page.locator("[name=password]").fill(TestReaders.PASSWORD);
    page.locator("form[action='/anmelden'] button").first().click();
    return page;
  }
}
