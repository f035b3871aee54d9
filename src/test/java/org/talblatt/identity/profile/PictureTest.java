package org.talblatt.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** The own picture: what is taken, what is shown, what is refused. */
class PictureTest {
  private static final TestPaper paper = TestPaper.start();
  private static final String BOUNDARY = "----WebKitFormBoundaryTalblatt";
  private static final byte[] WEBP =
      Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aPictureIsCutToASquareWithoutItsMetadataAndShownOnThePublicPage() throws IOException {
    TestBrowser browser = reader("Mit Bild");
    byte[] photo = withComment(file("jpeg", 600, 300), "GPS 46.49 11.33");
    HttpResponse<String> done = upload(browser, photo);
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(browser.follow(done).body()).contains("Dein neues Bild ist da.");
    String path = portrait("/leser/Mit%20Bild");
    assertThat(path).matches("/bilder/leser/[0-9a-f]{32}-320\\.jpg");
    byte[] shown = bytes(path);
    BufferedImage square = ImageIO.read(new ByteArrayInputStream(shown));
    assertThat(square.getWidth()).isEqualTo(320);
    assertThat(square.getHeight()).isEqualTo(320);
    assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
    assertThat(new Color(square.getRGB(160, 160)).getGreen())
        .as("the middle, not the red edges")
        .isGreaterThan(150);
    HttpResponse<String> small = new TestBrowser(paper).get(path.replace("-320", "-96"));
    assertThat(small.statusCode()).isEqualTo(200);
    assertThat(small.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(new TestBrowser(paper).get(path.replace("-320", "-640")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aNewPictureHasANewAddressAndARemovedOneNone() throws IOException {
    TestBrowser browser = reader("Wechselbild");
    upload(browser, file("png", 90, 120));
    String first = portrait("/leser/Wechselbild");
    assertThat(upload(browser, WEBP).statusCode()).as("WebP").isEqualTo(303);
    String second = portrait("/leser/Wechselbild");
    assertThat(second).isNotEqualTo(first);
    assertThat(new TestBrowser(paper).get(first).statusCode()).isEqualTo(404);
    HttpResponse<String> removed = browser.post("/konto/bild/entfernen");
    assertThat(browser.follow(removed).body()).contains("Dein Bild ist gelöscht.");
    assertThat(new TestBrowser(paper).get(second).statusCode()).isEqualTo(404);
    assertThat(new TestBrowser(paper).get("/leser/Wechselbild").body())
        .contains("<svg class=\"portrait\"");
  }

  @Test
  void whoIsBannedShowsNoPicture() throws IOException {
    Reader reader = TestReaders.create(paper, "Bildverbot");
    upload(TestBrowser.as(paper, reader), file("jpeg", 50, 50));
    String path = portrait("/leser/Bildverbot");
    paper
        .door(JdbcClient.class)
        .sql("update account set state = 'banned' where id = ?")
        .param(reader.account().value())
        .update();
    assertThat(new TestBrowser(paper).get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsNoPictureIsRefusedInWordsAndNothingIsStored() throws IOException {
    TestBrowser browser = reader("Lügner");
    byte[] jpeg = file("jpeg", 300, 300);
    for (byte[] liar :
        new byte[][] {
          "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8),
          "GIF89a…".getBytes(StandardCharsets.UTF_8),
          Arrays.copyOf(jpeg, jpeg.length / 2),
          Arrays.copyOf(WEBP, 20),
          Arrays.copyOf(file("png", 300, 300), 60),
          {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}
        }) {
      HttpResponse<String> refused = upload(browser, liar);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("kein Bild, das wir lesen können", "id=\"picture\"");
    }
    assertThat(upload(browser, new byte[0]).body()).contains("Bitte wähle zuerst");
    assertThat(browser.post("/konto/bild", "picture", "x").body()).contains("Bitte wähle zuerst");
    assertThat(send(browser, BodyPublishers.ofString("--falsch\r\n\r\nkaputt")).statusCode())
        .isEqualTo(422);
    HttpResponse<String> bomb = upload(browser, bomb());
    assertThat(bomb.statusCode()).isEqualTo(413);
    assertThat(bomb.body()).contains("20.000 × 20.000");
    assertThat(new TestBrowser(paper).get("/leser/L%C3%BCgner").body()).contains("<svg");
  }

  @Test
  void aFileOfMoreThanFiveMegabytesIsRefusedInWordsHoweverItComes() throws IOException {
    TestBrowser browser = reader("Schwer");
    byte[] heavy = Arrays.copyOf(file("jpeg", 300, 300), 12 << 20);
    HttpResponse<String> refused = upload(browser, heavy);
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("Höchstens 5", "id=\"picture\"");
    BodyPublisher ofUnknownLength =
        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form(heavy)));
    assertThat(send(browser, ofUnknownLength).statusCode()).isEqualTo(413);
  }

  @Test
  void nobodyElseAndNoOtherAddressTakesFiles() throws IOException {
    byte[] form = form(file("jpeg", 50, 50));
    TestBrowser anybody = new TestBrowser(paper);
    assertThat(send(anybody, BodyPublishers.ofByteArray(form)).statusCode()).isEqualTo(401);
    TestBrowser browser = reader("Anderswo");
    HttpRequest.Builder elsewhere =
        browser
            .request("/konto/profil")
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(Arrays.copyOf(form, 70_000)));
    assertThat(browser.send(elsewhere).statusCode()).isEqualTo(413);
  }

  private static TestBrowser reader(String name) {
    return TestBrowser.as(paper, TestReaders.create(paper, name));
  }

  private static HttpResponse<String> upload(TestBrowser browser, byte[] file) {
    return send(browser, BodyPublishers.ofByteArray(form(file)));
  }

  private static HttpResponse<String> send(TestBrowser browser, BodyPublisher body) {
    return browser.send(
        browser
            .request("/konto/bild")
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(body));
  }

  private static byte[] form(byte[] file) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"../../ich.jpg\""
                + "\r\nContent-Type: image/jpeg\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(file);
    form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }

  private static String portrait(String page) {
    return Jsoup.parse(new TestBrowser(paper).get(page).body()).select("img.portrait").attr("src");
  }

  private static byte[] bytes(String path) throws IOException {
    return paper.url(path).toURL().openStream().readAllBytes();
  }

  /** Red, with a green square in the middle. */
  private static byte[] file(String format, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D on = image.createGraphics();
    on.setColor(Color.RED);
    on.fillRect(0, 0, width, height);
    on.setColor(Color.GREEN);
    int side = Math.min(width, height);
    on.fillRect((width - side) / 2, (height - side) / 2, side, side);
    on.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  private static byte[] withComment(byte[] jpeg, String text) {
    byte[] comment = ("Exif\0\0" + text).getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer with = ByteBuffer.allocate(jpeg.length + comment.length + 4);
    with.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) 0xFE);
    with.putShort((short) (comment.length + 2)).put(comment);
    return with.put(jpeg, 2, jpeg.length - 2).array();
  }

  /** A PNG that says it has 400 million pixels. */
  private static byte[] bomb() {
    ByteBuffer png = ByteBuffer.allocate(33);
    png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}).putInt(13);
    byte[] header =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(20_000)
            .putInt(20_000)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    CRC32 sum = new CRC32();
    sum.update(header);
    return png.put(header).putInt((int) sum.getValue()).array();
  }
}
