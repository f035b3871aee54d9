package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Writing in the newsroom's editor, at a desk and on a phone. */
class EditorJourneyTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader ANNA = TestReaders.create(paper, "Anna Amort", Role.EDITOR);
  private static final Reader BERTA = TestReaders.create(paper, "Berta Bacher", Role.EDITOR);

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void whatIsWrittenIsKeptMergedAndPublished() {
    try (Visit desk = new Visit(paper, Chromium.Look.DESKTOP, true);
        Visit phone = new Visit(paper, Chromium.Look.PHONE, true)) {
      desk.as(ANNA);
      Page anna = desk.open("/redaktion/artikel");
      desk.looksRight();
      anna.locator(".editor-new button").click();
      anna.waitForURL("**/redaktion/artikel/*");
      String path = desk.path();
      anna.locator("#ueberschrift").fill("Die Brücke hält");
      anna.locator(".ProseMirror").click();
      anna.keyboard().type("Am Montag wurde gemessen.");
      anna.keyboard().press("Enter");
      anna.keyboard().press("Control+b");
      anna.keyboard().type("Sie hält.");
      assertThat(anna.locator("#editor-saved")).containsText("Arbeitsstand gesichert um");
      desk.looksRight();
      // a browser that crashes now has lost nothing
      anna.reload();
      assertThat(anna.locator(".ProseMirror b")).hasText("Sie hält.");
      anna.locator("button[formaction$='/text']").click();
      assertThat(anna.locator(".desk-done")).containsText("Gespeichert");

      phone.as(BERTA);
      Page berta = phone.open(path);
      phone.looksRight();
      berta.locator("#vorspann").fill("Gemessen wurde nachts.");
      berta.locator("button[formaction$='/text']").click();
      assertThat(berta.locator(".desk-done")).containsText("Gespeichert");
      assertThat(anna.locator("#editor-notice"))
          .containsText(
              "hat Berta Bacher Fassung 3",
              new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));

      anna.locator("#dachzeile").fill("Verkehr");
      anna.locator("button[formaction$='/veroeffentlichung']").click();
      assertThat(anna.locator(".desk-done")).containsText("Veröffentlicht");
      Page page = phone.open("/artikel/" + path.substring(path.lastIndexOf('/') + 1));
      assertThat(page.locator("article.article")).containsText("Gemessen wurde nachts.");
      assertThat(page.locator("article.article .text b")).hasText("Sie hält.");
    }
  }

  @Test
  void tablesAndTagsOfAnAgencyComeOutOfTheEditorAsTheyWentIn() {
    TestBrowser browser = TestBrowser.as(paper, ANNA);
    String path =
        browser
            .post("/redaktion/artikel", "ressort", "politik")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String body =
        "<p>Ein <strong>Wort</strong> und ein <i>zweites</i>.<br>Zeile</p><h2>Stand</h2>"
            + "<table><caption>Tabelle</caption><thead><tr><th scope=\"col\">Team</th></tr></thead>"
            + "<tbody><tr><td colspan=\"2\">Bozen</td></tr></tbody></table>"
            + "<ul><li>eins</li><li>zwei</li></ul><ol start=\"3\"><li>drei</li></ol><hr>"
            + "<blockquote><p>Zitat</p></blockquote><pre>a  b</pre>"
            + "<p><a href=\"https://example.org/\" rel=\"noopener\">Link</a> H<sub>2</sub>O</p>";
    browser.post(path + "/text", "basis", "1", "ueberschrift", "Tabelle", "text", body);
    for (boolean script : List.of(true, false)) {
      try (Visit visit = new Visit(paper, Chromium.Look.PHONE, script)) {
        visit.as(ANNA);
        Page page = visit.open(path);
        visit.looksRight();
        if (script) {
          page.locator(".ProseMirror > p").first().click();
          page.keyboard().press("End");
          page.keyboard().type("!");
        }
        page.locator("button[formaction$='/text']").click();
        page.waitForURL("**?fertig=*");
        String now = page.locator("#text").inputValue().replace("\n\n", "");
        assertThat(now.replace("!", "")).isEqualTo(body);
      }
    }
  }
}
