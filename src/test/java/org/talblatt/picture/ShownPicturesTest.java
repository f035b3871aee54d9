package org.talblatt.picture;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.base.PictureId;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.platform.text.SafeHtml;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.Wait;

/** How pictures are shown: shapes, formats, their credit inside, in a text, and until when. */
class ShownPicturesTest {
  private static final TestPaper paper = TestPaper.start();
  private final Pictures pictures = paper.door(Pictures.class);
  private final Publishing publishing = paper.door(Publishing.class);
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void everyShapeKeepsTheFocusInViewInBothFormats() throws Exception {
    // red on the left, blue on the right, and the eye on the right edge
    PictureId id = store("Foto: Wir", new Focus(0.95, 0.5), null);
    publish(id, SafeHtml.EMPTY);
    for (String file : List.of("-1x1-320.jpg", "-4x3-640.webp", "-1x1-640.webp", "-16x9-960.jpg")) {
      HttpResponse<byte[]> answer = get("/bilder/" + id + file);
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      BufferedImage seen = ImageIO.read(new ByteArrayInputStream(answer.body()));
      int width = Integer.parseInt(file.replaceAll(".*-(\\d+)\\..*", "$1"));
      assertThat(seen.getWidth()).isEqualTo(width);
      int height =
          file.contains("1x1") ? width : file.contains("4x3") ? width * 3 / 4 : width * 9 / 16;
      assertThat(seen.getHeight()).isEqualTo(height);
      assertThat(new Color(seen.getRGB(width - 4, height / 2)).getBlue()).isGreaterThan(200);
    }
    assertThat(get("/bilder/" + id + "-1x1-320.webp").headers().firstValue("Content-Type"))
        .contains("image/webp");
    // 700 high: a square is never blown up to 960
    assertThat(get("/bilder/" + id + "-1x1-960.webp").statusCode()).isEqualTo(404);
    assertThat(get("/bilder/" + id + "-5x4-320.webp").statusCode()).isEqualTo(404);
  }

  @Test
  void whoAPictureIsFromTravelsInsideItsFilesAndNothingElse() throws Exception {
    PictureId id = store("Foto: Müller & Söhne <dpa>", Focus.MIDDLE, null);
    publish(id, SafeHtml.EMPTY);
    Metadata jpeg = metadata(get(Links.picture(id, 640)).body());
    assertThat(
            requireNonNull(jpeg.getFirstDirectoryOfType(IptcDirectory.class))
                .getString(IptcDirectory.TAG_CREDIT))
        .isEqualTo("Foto: Müller & Söhne <dpa>");
    Metadata webp = metadata(get("/bilder/" + id + "-640.webp").body());
    for (Metadata file : List.of(jpeg, webp)) {
      assertThat(
              requireNonNull(file.getFirstDirectoryOfType(XmpDirectory.class)).getXmpProperties())
          .containsEntry("photoshop:Credit", "Foto: Müller & Söhne <dpa>");
    }
    BufferedImage seen =
        ImageIO.read(new ByteArrayInputStream(get("/bilder/" + id + "-640.webp").body()));
    assertThat(seen.getWidth()).isEqualTo(640);
  }

  @Test
  void aPageOffersWebPFirstWithRoomReserved() throws Exception {
    PictureId id = store("", Focus.MIDDLE, null);
    ArticleId article = publish(id, SafeHtml.EMPTY);
    String page = page(article);
    assertThat(page)
        .contains("<source type=\"image/webp\" srcset=\"/bilder/" + id + "-320.webp 320w")
        .contains("width=\"1280\" height=\"640\"")
        .contains("/bilder/" + id + "-1x1-640.jpg")
        .contains("alt=\"Rot und Blau\"");
    assertThat(get("/").body())
        .asString(StandardCharsets.UTF_8)
        .contains("/bilder/" + id + "-16x9-960.webp 960w");
  }

  @Test
  void severalPicturesStandInATextWhereTheEditorPutThem() throws Exception {
    PictureId second = store("Foto: Zwei", Focus.MIDDLE, null);
    PictureId gone = store("Foto: Drei", Focus.MIDDLE, Instant.now().minusSeconds(5));
    SafeHtml body =
        ArticleHtml.edited(
            "<p>Davor.<figure data-picture='"
                + second
                + "'>weg</figure></p><p>Danach.</p>"
                + "<figure data-picture=\""
                + gone
                + "\"></figure>"
                + "<figure data-picture=\"99999\"></figure><figure><p>Schluss.</p></figure>");
    ArticleId article = publish(null, body);
    String text = page(article).replaceAll("(?s).*class=\"text\">|</div>.*", "");
    assertThat(text.indexOf("Davor."))
        .isPositive()
        .isLessThan(text.indexOf("/bilder/" + second + "-640.jpg"));
    assertThat(text.indexOf("Foto: Zwei")).isPositive().isLessThan(text.indexOf("Danach."));
    assertThat(text)
        .contains("Schluss.")
        .doesNotContain("data-picture", "Foto: Drei", "99999", "weg");
    assertThat(get(Links.picture(second, 320)).statusCode()).isEqualTo(200);
    assertThat(get(Links.picture(gone, 320)).statusCode()).isEqualTo(404);
    String api = new String(get("/api/v1/articles/" + article).body(), StandardCharsets.UTF_8);
    assertThat(api)
        .contains(paper.url("/bilder/" + second + "-1280.jpg").toString())
        .doesNotContain("data-picture");
  }

  @Test
  void anAgencysTextCanPutNoPictureOfOursBeforeThePublic() throws Exception {
    PictureId ours = store("", Focus.MIDDLE, null);
    publish(null, ArticleHtml.clean("<p>A</p><figure data-picture=\"" + ours + "\">B</figure>"));
    assertThat(get(Links.picture(ours, 320)).statusCode()).isEqualTo(404);
  }

  @Test
  void whenTheRightsEndThePictureIsOffEveryPageWithoutAnybodyDoingAnything() throws Exception {
    PictureId lead = store("", Focus.MIDDLE, null);
    PictureId inside = store("", Focus.MIDDLE, null);
    ArticleId article = publish(lead, ArticleHtml.picture(inside.value()));
    paper
        .door(JdbcClient.class)
        .sql("update picture set expires_at = now() + interval '6 seconds' where id in (?, ?)")
        .params(lead.value(), inside.value())
        .update();
    assertThat(page(article)).contains("/bilder/" + lead + "-", "/bilder/" + inside + "-");
    String front = new String(get("/").body(), StandardCharsets.UTF_8);
    assertThat(front).contains("/bilder/" + lead + "-");
    HttpResponse<byte[]> file = get(Links.picture(lead, 320));
    assertThat(file.headers().firstValue("Cache-Control").orElseThrow())
        .matches("max-age=[0-6], must-revalidate");
    Wait.until(Duration.ofSeconds(20), () -> get(Links.picture(lead, 320)).statusCode() == 404);
    assertThat(page(article)).doesNotContain("/bilder/" + lead, "/bilder/" + inside);
    for (String list : List.of("/", "/politik")) {
      assertThat(new String(get(list).body(), StandardCharsets.UTF_8))
          .doesNotContain("/bilder/" + lead + "-");
    }
    assertThat(get(Links.picture(inside, 320)).statusCode()).isEqualTo(404);
  }

  @Test
  void aWebPIsTakenAndOneThatLiesAboutItsSizeIsNot() throws Exception {
    byte[] plain = WebP.of(halves(400, 300), 0.8f);
    assertThat(Rendering.of(plain).width()).isEqualTo(400);
    byte[] marked = new CreditMark("dpa").inWebP(plain, halves(400, 300));
    assertThat(Rendering.of(marked).height()).isEqualTo(300);
    byte[] liar = new CreditMark("dpa").inWebP(plain, new BufferedImage(40, 30, 1));
    byte[] cutOff = Arrays.copyOf(marked, 60);
    for (byte[] bad : List.of(liar, cutOff)) {
      assertThatThrownBy(() -> Rendering.of(bad))
          .isInstanceOfSatisfying(
              Failure.class, failure -> assertThat(failure.key()).isEqualTo("picture.unreadable"));
    }
  }

  private PictureId store(String credit, Focus focus, @Nullable Instant expires) {
    NewPicture words =
        new NewPicture("Zwei Farben", credit, "Rot und Blau", "", focus, expires, "", false, true);
    return paper
        .door(TransactionTemplate.class)
        .execute(done -> pictures.store(Rendering.of(jpeg(halves(1400, 700))), words));
  }

  private ArticleId publish(@Nullable PictureId picture, SafeHtml body) {
    Draft draft =
        new Draft(
            "politik",
            "Bild",
            "",
            "",
            "",
            "",
            "",
            "",
            body,
            "de",
            "",
            picture,
            List.of(),
            0,
            DiscussionRules.OPEN,
            null);
    return publishing.publish(draft, null, Instant.now().minusSeconds(1));
  }

  private String page(ArticleId article) throws Exception {
    return new String(get("/politik/bild-" + article).body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> get(String path) {
    try {
      return http.send(
          HttpRequest.newBuilder(paper.url(path)).timeout(Duration.ofSeconds(20)).build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Metadata metadata(byte[] file) throws Exception {
    return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
  }

  private static BufferedImage halves(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D on = picture.createGraphics();
    on.setColor(Color.RED);
    on.fillRect(0, 0, width / 2, height);
    on.setColor(Color.BLUE);
    on.fillRect(width / 2, 0, width / 2, height);
    on.dispose();
    return picture;
  }

  private static byte[] jpeg(BufferedImage picture) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(picture, "jpg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
