package org.talblatt.picture;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.article.Articles;
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
import org.talblatt.testing.TestPaper;

/** Pictures are kept in the widths they are served in, and are as public as their article. */
class PicturesTest {
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
  void aPictureIsServedInEveryWidthUpToItsOwn() throws Exception {
    PictureId id = pictures.store(jpeg(1400, 700), "Der Platz", "Zeichnung: Wir", "Ein Platz");
    ArticleId article = publish(id, null);
    Picture picture =
        requireNonNull(paper.door(Articles.class).published(article).orElseThrow().picture());
    assertThat(picture)
        .isEqualTo(
            new Picture(
                id, 1400, 700, "Der Platz", "Zeichnung: Wir", "Ein Platz", Focus.MIDDLE, 1, null));
    for (int width : List.of(320, 640, 960, 1280)) {
      HttpResponse<byte[]> answer = get(Links.picture(id, width), "");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
      BufferedImage seen = ImageIO.read(new ByteArrayInputStream(answer.body()));
      assertThat(seen.getWidth()).isEqualTo(width);
      assertThat(seen.getHeight()).isEqualTo(width / 2);
    }
    assertThat(get(Links.picture(id, 1920), "").statusCode()).isEqualTo(404);
    assertThat(picture.sourceSet())
        .endsWith("/bilder/" + id + "-1280.jpg 1280w")
        .doesNotContain("1920");
  }

  @Test
  void aBrowserThatHasItIsToldSoInsteadOfGettingItAgain() throws Exception {
    PictureId id = pictures.store(jpeg(700, 400), "", "", "");
    publish(id, null);
    HttpResponse<byte[]> first = get(Links.picture(id, 640), "");
    assertThat(first.headers().firstValue("Cache-Control"))
        .contains("max-age=300, must-revalidate");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> second = get(Links.picture(id, 640), tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  @Test
  void aPictureUnderEmbargoOrWithdrawnOrWithoutAnArticleIsNotPublic() throws Exception {
    PictureId alone = pictures.store(jpeg(400, 300), "", "", "");
    PictureId embargoed = pictures.store(jpeg(400, 300), "", "", "");
    publish(embargoed, Instant.now().plusSeconds(3600));
    PictureId withdrawn = pictures.store(jpeg(400, 300), "", "", "");
    ArticleId article = publish(withdrawn, null);
    assertThat(get(Links.picture(withdrawn, 320), "").statusCode()).isEqualTo(200);
    publishing.withdraw(article);
    for (PictureId id : List.of(alone, embargoed, withdrawn)) {
      assertThat(get(Links.picture(id, 320), "").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aSmallPictureIsNotBlownUpAndATransparentOneStandsOnWhite() throws Exception {
    PictureId id = pictures.store(transparentPng(200, 100), "", "", "");
    publish(id, null);
    HttpResponse<byte[]> answer = get(Links.picture(id, 200), "");
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(answer.body()));
    assertThat(seen.getWidth()).isEqualTo(200);
    assertThat(new Color(seen.getRGB(100, 50))).isEqualTo(Color.WHITE);
  }

  @Test
  void aPictureTakenSidewaysIsTurnedUprightAndTellsNothingOfTheCamera() throws Exception {
    PictureId id = pictures.store(sideways(jpeg(800, 400)), "", "", "");
    publish(id, null);
    byte[] served = get(Links.picture(id, 320), "").body();
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(served));
    assertThat(seen.getHeight()).isEqualTo(640);
    assertThat(new String(served, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
  }

  @Test
  void whatIsNoPictureIsRefusedWithAReason() throws Exception {
    for (byte[] liar :
        List.of(
            new byte[0],
            "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
            new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 'n', 'o'},
            gif(),
            Arrays.copyOf(png(1, 1, false), 40),
            Arrays.copyOf(jpeg(600, 400), 2000),
            sideways(Arrays.copyOf(jpeg(600, 400), 2000)))) {
      assertThatThrownBy(() -> pictures.store(liar, "", "", ""))
          .isInstanceOfSatisfying(
              Failure.class, failure -> assertThat(failure.key()).isEqualTo("picture.unreadable"));
    }
  }

  @Test
  void aDecompressionBombIsRefusedByItsHeaderAlone() throws Exception {
    for (byte[] bomb : List.of(png(30_000, 30_000, true), png(11_000, 11_000, true))) {
      assertThat(bomb.length).isLessThan(1000);
      assertThatThrownBy(() -> pictures.store(bomb, "", "", ""))
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> assertThat(failure.key()).isEqualTo("picture.too-many-pixels"));
    }
    assertThatThrownBy(() -> pictures.store(new byte[(25 << 20) + 1], "", "", ""))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.TOO_LARGE));
  }

  @Test
  void aWriteThatIsRolledBackLeavesNoFiles() throws Exception {
    long before = files();
    new TransactionTemplate(paper.door(PlatformTransactionManager.class))
        .executeWithoutResult(
            transaction -> {
              pictures.store(jpeg(700, 400), "", "", "");
              transaction.setRollbackOnly();
            });
    assertThat(files()).isEqualTo(before);
  }

  private static long files() throws IOException {
    Path folder = paper.settings().data().resolve("pictures");
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private HttpResponse<byte[]> get(String path, String tag) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(paper.url(path));
    if (!tag.isEmpty()) {
      request.header("If-None-Match", tag);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private ArticleId publish(PictureId picture, @Nullable Instant embargo) {
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
            ArticleHtml.clean("<p>Text.</p>"),
            "de",
            "",
            picture,
            List.of(),
            0,
            DiscussionRules.OPEN,
            embargo);
    return publishing.publish(draft, null, Instant.now().minusSeconds(1));
  }

  private static byte[] jpeg(int width, int height) {
    return encode(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
  }

  private static byte[] transparentPng(int width, int height) {
    return encode(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png");
  }

  private static byte[] gif() {
    BufferedImage picture = new BufferedImage(10, 10, BufferedImage.TYPE_BYTE_INDEXED);
    Graphics2D on = picture.createGraphics();
    on.fillRect(0, 0, 5, 5);
    on.dispose();
    return encode(picture, "gif");
  }

  private static byte[] encode(BufferedImage picture, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(picture, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The same JPEG with an EXIF block that says: turn it by 90 degrees. */
  private static byte[] sideways(byte[] jpeg) throws IOException {
    byte[] exif = {
      'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6,
      0, 0, 0, 0, 0, 0
    };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(out);
    data.write(jpeg, 0, 2);
    data.writeShort(0xFFE1);
    data.writeShort(exif.length + 2);
    data.write(exif);
    data.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /** A PNG's first chunks, claiming this size; no picture follows. */
  private static byte[] png(int width, int height, boolean data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});
    byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).array();
    chunk(out, "IHDR", header);
    if (data) {
      chunk(out, "IDAT", new byte[] {0x78, (byte) 0x9C, 0x03, 0, 0, 0, 0, 1});
    }
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] body)
      throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(body);
    data.writeInt(body.length);
    data.write(name);
    data.write(body);
    data.writeInt((int) check.getValue());
  }
}
