package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Somebody says who they are, and whom they rather don't read. */
class ProfileTest {
  private static final TestPaper paper = TestPaper.start();

  @AfterAll
  static void stop() {
    paper.close();
  }

  static Stream<Arguments> looks() {
    return Stream.of(
        Arguments.of(Chromium.Look.PHONE, false),
        Arguments.of(Chromium.Look.PHONE_DARK, true),
        Arguments.of(Chromium.Look.DESKTOP, true));
  }

  @ParameterizedTest(name = "{0}, JavaScript: {1}")
  @MethodSource("looks")
  void aReaderSaysWhoTheyAreAndHidesAgain(Chromium.Look look, boolean script) {
    String name = "Resi " + look.width() + (script ? "" : " ohne");
    Reader reader = TestReaders.withPassword(paper, name);
    write(reader, TestArticles.publish(paper, "Der Bach wird breiter"), "Das **muss** so sein.");
    try (Visit visit = new Visit(paper, look, script)) {
      Page page = logIn(visit, name);
      visit.open("/konto");
      page.locator("[name=line]").fill("Imkerin aus Laitau, schreibt gern über Bäche und Bienen.");
      page.locator("form[action='/konto/profil'] button").click();
      assertThat(page.locator("[role=status]")).hasText("Gespeichert.");
      page.locator("[name=picture]")
          .setInputFiles(new FilePayload("ich.png", "image/png", picture()));
      page.locator("form[action='/konto/bild'] button").click();
      assertThat(page.locator("img.portrait")).hasCount(1);
      page.locator("[name=name]").fill(name + " Neu");
      page.locator("form[action='/konto/name'] button").click();
      assertThat(page.locator("[role=status]")).containsText("steht jetzt überall");
      visit.looksRight();
      page.locator("a", new Page.LocatorOptions().setHasText("So sehen dich")).click();
      assertThat(page.locator("h1")).hasText(name + " Neu");
      assertThat(page.locator(".said h3")).hasText("Der Bach wird breiter");
      assertThat(page.locator("img.portrait")).hasJSProperty("complete", true);
      visit.looksRight();
      visit.open("/konto");
      page.locator("[name=hidden]").check();
      page.locator("form[action='/konto/profil'] button").click();
      visit.open(Links.reader(name));
      assertThat(page.locator("h1")).containsText("hält sein Profil verborgen");
      visit.looksRight();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theMailAddressMovesAndTheOldOneIsTold(boolean script) {
    String name = "Umzieherin " + script;
    String email = "neu-" + script + "@example.org";
    TestReaders.withPassword(paper, name);
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, script)) {
      Page page = logIn(visit, name);
      visit.open("/konto");
      page.locator("a[href='/konto/adresse']").click();
      visit.looksRight();
      page.locator("[name=email]").fill(email);
      page.locator("form[action='/konto/adresse'] button").click();
      assertThat(page.locator("[role=status]")).containsText("Öffne den Link");
      visit.open(TestMails.await(paper, email).link());
      visit.looksRight();
      page.locator("form[action='/bestaetigen/adresse'] button").click();
      assertThat(page.locator("main")).containsText("Deine neue Adresse gilt");
      visit.open(TestMails.await(paper, TestReaders.email(name)).link());
      page.locator("form[action='/bestaetigen/adresse/zurueck'] button").click();
      assertThat(page.locator("main")).containsText("Deine alte Adresse gilt wieder");
      visit.looksRight();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whomOneRatherDoesntReadFolds(boolean script) {
    Reader loud = TestReaders.create(paper, "Laut " + script);
    TestReaders.withPassword(paper, "Leise " + script);
    ArticleId article = TestArticles.publish(paper, "Lautes Thema " + script);
    write(loud, article, "So laut!");
    write(loud, article, "Noch lauter!");
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, script)) {
      Page page = logIn(visit, "Leise " + script);
      visit.open(script ? Links.article(article) : Links.personalView(article));
      Locator text = page.locator("#kommentar-1 .comment-text");
      assertThat(text).isVisible();
      page.locator("#kommentar-1 .comment-ignore").click();
      assertThat(page.locator("#kommentar-2 .comment-text")).isHidden();
      visit.open(script ? Links.article(article) : Links.personalView(article));
      assertThat(text).isHidden();
      visit.looksRight();
      page.locator(script ? ".comment-unfold" : ".comment-folded > summary").last().click();
      assertThat(text).isVisible();
      visit.open("/konto/ignoriert");
      visit.looksRight();
      page.locator(".ignored button").click();
      assertThat(page.locator("main")).containsText("Du ignorierst niemanden");
    }
  }

  @Test
  void everyPageOfTheAccountFitsTheSmallestScreen() {
    Reader reader = TestReaders.withPassword(paper, "Schmal wie langer Name MMMMMMM");
    Reader other = TestReaders.create(paper, "Anderer langer Name WWWWWWWWWW");
    ArticleId article = TestArticles.publish(paper, "Donaudampfschifffahrtsgesellschaft");
    write(reader, article, "x".repeat(200));
    int number = write(other, article, "Ein **Wort** dazu");
    paper
        .door(Discussion.class)
        .vote(
            reader,
            new org.talblatt.base.CommentId(article, number),
            org.talblatt.discussion.Vote.UP,
            Clock.systemUTC().instant());
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, true)) {
      Page page = logIn(visit, "Schmal wie langer Name MMMMMMM");
      page.setViewportSize(320, 640);
      for (String path :
          new String[] {
            "/konto",
            "/konto/sicherheit",
            "/konto/kommentare",
            "/konto/bewertungen",
            "/konto/ignoriert",
            "/konto/adresse",
            Links.reader("Schmal wie langer Name MMMMMMM")
          }) {
        visit.open(path);
        visit.looksRight();
      }
      visit.open("/konto/bewertungen");
      page.locator(".said button").click();
      assertThat(page.locator("[role=status]")).containsText("zurückgenommen");
    }
  }

  private static Page logIn(Visit visit, String name) {
    Page page = visit.open("/anmelden");
    page.locator("[name=login]").fill(name);
    page.locator("[name=password]").fill(TestReaders.PASSWORD);
    page.locator("form[action='/anmelden'] button").first().click();
    page.waitForURL(address -> !address.endsWith("/anmelden"));
    return page;
  }

  private static int write(Reader reader, ArticleId article, String text) {
    return paper
        .door(Discussion.class)
        .post(reader, article, text, UUID.randomUUID(), Clock.systemUTC().instant())
        .comment()
        .number();
  }

  private static byte[] picture() {
    BufferedImage image = new BufferedImage(400, 500, BufferedImage.TYPE_INT_RGB);
    Graphics2D on = image.createGraphics();
    on.setPaint(new GradientPaint(0, 0, new Color(0xE6B95C), 400, 500, new Color(0x2A4D8F)));
    on.fillRect(0, 0, 400, 500);
    on.setColor(new Color(0xFBFAF6));
    on.fillOval(120, 140, 160, 160);
    on.dispose();
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
