package org.talblatt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** An editor brings a picture in, describes it and says where the eye should rest. */
class PictureJourneyTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader EDITOR = TestReaders.create(paper, "Bildredakteur", Role.EDITOR);
  private static final Reader ADMINISTRATOR =
      TestReaders.create(paper, "Verwalterin", Role.ADMINISTRATOR);

  @AfterAll
  static void stop() {
    paper.close();
  }

  static Stream<Arguments> looks() {
    return Stream.of(
        Arguments.of(Chromium.Look.DESKTOP, true), Arguments.of(Chromium.Look.PHONE, false));
  }

  @ParameterizedTest(name = "{0}, JavaScript: {1}")
  @MethodSource("looks")
  void aPictureIsBroughtInAndDescribed(Chromium.Look look, boolean script) throws Exception {
    try (Visit visit = new Visit(paper, look, script)) {
      visit.as(EDITOR);
      Page page = visit.open("/redaktion/bilder");
      visit.looksRight();
      page.setInputFiles("#bild", new FilePayload("abend.jpg", "image/jpeg", evening()));
      page.locator("form[enctype] button").click();
      page.waitForURL("**/redaktion/bilder/*");
      visit.looksRight();
      page.fill("#alternativtext", "Rotes Abendlicht über blauen Bergen");
      if (script) {
        page.locator("[data-focus]").scrollIntoViewIfNeeded();
        page.locator("[data-focus] img").click();
        assertThat(page.inputValue("#links")).isEqualTo("50");
      }
      page.fill("#links", "80");
      page.locator(".pictures-form .desk-main").click();
      page.waitForURL("**?fertig=angaben");
      assertThat(page.locator(".desk-done").innerText()).isEqualTo("Gespeichert.");
      assertThat(page.inputValue("#links")).isEqualTo("80");
      visit.looksRight();
      visit.open("/redaktion/bilder");
      assertThat(page.locator(".pictures-grid").innerText()).contains("Rotes Abendlicht");
      visit.looksRight();
    }
  }

  @Test
  void anAdministratorSaysFromWherePicturesMayCome() {
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, false)) {
      visit.as(ADMINISTRATOR);
      Page page = visit.open("/verwaltung/bildquellen");
      page.fill("#server", "bilder.example.org");
      page.locator(".desk-main").click();
      page.waitForURL("**?fertig=ja");
      assertThat(page.inputValue("#server")).isEqualTo("bilder.example.org");
      visit.looksRight();
    }
  }

  private static byte[] evening() throws IOException {
    BufferedImage picture = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
    Graphics2D on = picture.createGraphics();
    on.setPaint(new GradientPaint(0, 0, Color.RED, 1200, 800, Color.BLUE));
    on.fillRect(0, 0, 1200, 800);
    on.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", file);
    return file.toByteArray();
  }
}
