package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** What somebody wrote is theirs: kept, changed, taken back, never lost on the way. */
class OwnTextJourneyTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader ng = TestReaders.create(paper, "N.G.");
  private static final Reader vroni = TestReaders.create(paper, "Vroni");
  private static final Reader resi = TestReaders.create(paper, "Resi");

  private final Discussion discussion = paper.door(Discussion.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aDraftComesBackWithAWordIsOnlyItsWritersAndGoesWithTheLogout() {
    ArticleId article = talk("Entwurf");
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, true)) {
      Page page = open(visit, vroni, article);
      Locator field = page.locator("form.write textarea").first();
      Locator notice = page.locator(".write-draft");
      field.fill("Halb fertig");
      visit.open("/");
      visit.open(Links.article(article));
      assertThat(field).hasValue("Halb fertig");
      assertThat(notice).containsText("Dein Entwurf von");
      visit.looksRight();
      notice.locator("button").click();
      assertThat(field).hasValue("");
      notice.locator("button").click();
      assertThat(field).hasValue("Halb fertig");

      visit.as(resi);
      visit.open("/");
      visit.open(Links.article(article));
      assertThat(page.locator(".corner")).hasText("Resi");
      assertThat(field).hasValue("");
      visit.as(vroni);
      visit.open(Links.article(article));
      assertThat(field).hasValue("Halb fertig");
      visit.open("/konto");
      page.locator("form[action='/abmelden'] button").click();
      page.waitForURL(paper.url("/").toString());
      visit.open(Links.article(article));
      assertThat(field).hasValue("");
      page.waitForFunction("Object.keys(localStorage).length === 0");
    }
  }

  @Test
  void theOwnCommentIsChangedAndTakenBackWhereItStands() {
    ArticleId article = talk("Eigenes");
    CommentId own = post(vroni, article, "Erste *Fassung*");
    String place = "#kommentar-" + own.number();
    try (Visit visit = new Visit(paper, Chromium.Look.DESKTOP, true)) {
      Page page = open(visit, vroni, article);
      openEdit(page, place);
      Locator field = page.locator(place + " form.write textarea");
      assertThat(field).hasValue("Erste *Fassung*");
      assertThat(page.locator(place + " > .comment-text")).isHidden();
      visit.looksRight();
      page.keyboard().type(" und mehr");
      page.keyboard().press("Escape");
      assertThat(page.locator(place + " > .comment-text")).isVisible();
      openEdit(page, place);
      assertThat(field).hasValue("Erste *Fassung* und mehr");
      page.locator(place + " .write-draft button").click();
      assertThat(field).hasValue("Erste *Fassung*");
      discussion.edit(vroni, own, null, "Am Telefon geändert", Clock.systemUTC().instant());
      field.fill("Zweite Fassung");
      page.keyboard().press("Control+Enter");
      assertThat(page.locator(place + " form .form-error")).containsText("Jemand war schneller");
      assertThat(page.locator(place + " form .comment-quoted")).containsText("Am Telefon geändert");
      page.locator(place + " form .button").click();
      assertThat(page.locator(place + " > .comment-text")).hasText("Zweite Fassung");
      assertThat(page.locator(place + " .comment-edited")).containsText("bearbeitet um");

      page.locator(place + " .comment-own[href$=loeschung]").click();
      assertThat(page.locator(place + " [role=alertdialog] button").first()).isFocused();
      visit.looksRight();
      page.locator(place + " .comment-asking .button-ember").click();
      assertThat(page.locator(place)).hasCount(0);
      assertThat(page.locator(".comment-gone")).isFocused();
      assertThat(page.locator("#kommentare-titel")).hasText(Pattern.compile("^2 Kommentare"));
      page.locator(".comment-gone button").click();
      assertThat(page.locator("form.write textarea").first()).hasValue("Zweite Fassung");
    }
  }

  @Test
  void neitherALostConnectionNorALostAnswerNorADoubleClickLosesOrDoublesAText() {
    ArticleId article = talk("Schlechtes Netz");
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, true)) {
      Page page = open(visit, vroni, article);
      Locator field = page.locator("form.write textarea").first();
      Locator said = page.locator("form.write .form-error").first();
      field.fill("Im Zug getippt");
      page.context().setOffline(true);
      page.locator("form.write .button").click();
      assertThat(said).containsText("Keine Verbindung");
      page.context().setOffline(false);
      assertThat(said).containsText("wieder da");
      page.evaluate(
          "const form = document.querySelector('form.write'); form.requestSubmit(); form.requestSubmit()");
      assertThat(page.locator(".comment-new .comment-text")).hasText("Im Zug getippt");
      assertThat(page.locator("#kommentare-titel")).hasText(Pattern.compile("^3 Kommentare"));
      page.route(
          "**/kommentare",
          lost -> {
            lost.fetch();
            lost.abort();
          });
      field.fill("Kam doch an");
      page.locator("form.write .button").click();
      assertThat(said).containsText("Keine Verbindung");
      page.unroute("**/kommentare");
      page.reload();
      assertThat(field).hasValue("Kam doch an");
      page.locator("form.write .button").click();
      assertThat(page.locator(".comment-new .comment-text")).hasText("Kam doch an");
      assertThat(page.locator("#kommentare-titel")).hasText(Pattern.compile("^4 Kommentare"));
    }
  }

  @Test
  void neitherADeletedCommentNorAnEndedSessionTakesTheTextAlong() {
    ArticleId article = talk("Mitten im Satz");
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, true)) {
      Page page = open(visit, vroni, article);
      page.locator("#kommentar-1 .comment-reply").click();
      page.locator("form.write-reply textarea").fill("Zu spät");
      discussion.delete(ng, new CommentId(article, 1));
      page.locator("form.write-reply .button").click();
      assertThat(page.locator("form.write-reply .form-error")).containsText("als eigenen");
      page.locator("form.write-reply .button").click();
      assertThat(page.locator(".comment-new.depth-0 .comment-text")).hasText("Zu spät");

      page.locator("form.write textarea").first().fill("Mitten im Satz");
      page.context().clearCookies();
      page.locator("form.write .button").click();
      assertThat(page.locator(".form-note").first()).containsText("Dein Text ist aufgehoben");
    }
  }

  private static void openEdit(Page page, String place) {
    page.locator(place + " .comment-own[href$=bearbeiten]").click();
    assertThat(page.locator(place + " form.write textarea")).isFocused();
  }

  private static Page open(Visit visit, Reader reader, ArticleId article) {
    visit.as(reader);
    Page page = visit.open(Links.article(article));
    assertThat(page.locator(".corner")).hasText(reader.name());
    return page;
  }

  private ArticleId talk(String headline) {
    ArticleId article = TestArticles.publish(paper, headline);
    post(ng, article, "> Alt\n\nDas ist **falsch**, siehe https://www.example.org/beleg\n\n- oder");
    post(resi, article, "Eine zweite Meinung");
    return article;
  }

  private CommentId post(Reader reader, ArticleId article, String text) {
    return discussion
        .post(reader, article, text, UUID.randomUUID(), Clock.systemUTC().instant())
        .comment()
        .id();
  }
}
