package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Somebody packs their data, leaves without a name, and changes their mind. */
class LeavingJourneyTest {
  private static final Chromium.Look NARROW =
      new Chromium.Look("narrow phone", 320, 640, true, ColorScheme.LIGHT);
  private static final TestPaper paper = TestPaper.start();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void dataTakenAlongThenGoneThenBack(boolean script) throws Exception {
    Reader leaver = TestReaders.withPassword(paper, script ? "Geht Mit" : "Geht Ohne Skript");
    ArticleId article = TestArticles.publish(paper, "Abschied " + script);
    paper
        .door(Discussion.class)
        .post(
            leaver, article, "Das bleibt stehen.", UUID.randomUUID(), Clock.systemUTC().instant());
    try (Visit visit = new Visit(paper, script ? Chromium.Look.PHONE : NARROW, script)) {
      Page page = visit.open("/anmelden?zurueck=/konto/daten");
      login(page, leaver.name());
      assertThat(page.locator("#auszug")).isVisible();
      visit.looksRight();
      waiting(visit, leaver);
      pack(visit);
      takeAlong(page);
      leave(visit, leaver.name());
      namedUnderTheArticle(page, article, "ehemaliges Mitglied 1");
      visit.looksRight();
      visit.open(mailedLink(leaver.name()));
      assertThat(page.locator("form[action='/abschied'] button")).isVisible();
      visit.looksRight();
      stay(visit, leaver.name());
      namedUnderTheArticle(page, article, leaver.name());
    }
  }

  private static void login(Page page, String name) {
    page.locator("[name=login]").fill(name);
    page.locator("[name=password]").fill(TestReaders.PASSWORD);
    page.locator("form[action='/anmelden'] button").first().click();
  }

  /** As long as it is packed; held still so that there is time to look. */
  private static void waiting(Visit visit, Reader leaver) {
    JdbcClient db = paper.door(JdbcClient.class);
    db.sql(
            """
            insert into data_export (account, total, expires_at)
            values (?, 12, now() + interval '1 day')
            """)
        .param(leaver.account().value())
        .update();
    Page page = visit.open("/konto/daten");
    assertThat(page.locator("[role=status]")).hasText("Wird gepackt: 0 von 12 Schritten");
    visit.looksRight();
    db.sql("delete from data_export where account = ?").param(leaver.account().value()).update();
    visit.open("/konto/daten");
  }

  /** With and without script the page goes on by itself. */
  private static void pack(Visit visit) {
    Page page = visit.page();
    page.locator("form[action='/konto/daten/auszug'] button").click();
    page.locator("a[download]").waitFor();
    visit.looksRight();
  }

  private static void takeAlong(Page page) throws Exception {
    Download file = page.waitForDownload(() -> page.locator("a[download]").click());
    assertThat(file.suggestedFilename()).matches("talblatt-\\d{4}-\\d\\d-\\d\\d\\.zip");
    Path zip = file.path();
    try (ZipFile packed = new ZipFile(zip.toFile())) {
      assertThat(packed.stream().map(entry -> entry.getName()))
          .anyMatch(name -> name.endsWith(".json"))
          .anyMatch(name -> name.endsWith(".html"));
    }
  }

  private static void leave(Visit visit, String name) {
    Page page = visit.page();
    page.locator("a[href='/konto/daten/abschied']").click();
    visit.looksRight();
    page.locator("#weg-anonymous").check();
    page.locator("form[action='/konto/daten/abschied'] [name=name]").fill("Jemand");
    page.locator("form[action='/konto/daten/abschied'] button").click();
    assertThat(page.locator("#weg-anonymous")).isChecked();
    assertThat(page.locator("#name-problem")).containsText(name);
    visit.looksRight();
    page.locator("form[action='/konto/daten/abschied'] [name=name]").fill(name);
    page.locator("form[action='/konto/daten/abschied'] button").click();
    assertThat(page.locator("h1")).hasText("Auf Wiedersehen");
    visit.looksRight();
  }

  private static String mailedLink(String name) {
    return TestMails.await(paper, TestReaders.email(name), 2).stream()
        .filter(mail -> mail.text().contains("?link="))
        .map(TestMails.Received::link)
        .findFirst()
        .orElseThrow();
  }

  private static void stay(Visit visit, String name) {
    Page page = visit.open("/anmelden?zurueck=/konto");
    login(page, name);
    assertThat(page.locator("form[action='/anmelden/bleiben'] button")).isVisible();
    visit.looksRight();
    page.locator("form[action='/anmelden/bleiben'] button").click();
    assertThat(page.locator("h1")).hasText("Dein Konto");
  }

  /** Names follow in the background. */
  private static void namedUnderTheArticle(Page page, ArticleId article, String name) {
    Awaitility.await()
        .until(
            () -> {
              page.navigate(paper.url(Links.article(article)).toString());
              return page.locator(".comment-author").first().textContent().strip();
            },
            name::equals);
    assertThat(page.locator(".comment-text").first()).containsText("Das bleibt stehen.");
  }
}
