package org.talblatt.desk.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.base.PictureId;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.picture.Pictures;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Pictures come in, are described, cut and taken off, by forms alone. */
class PictureDeskTest {
  private static final String PATH = "/redaktion/bilder";
  private static final TestPaper paper = TestPaper.start();
  private static final Reader EDITOR = TestReaders.create(paper, "Redaktion", Role.EDITOR);

  private final TestBrowser editor = TestBrowser.as(paper, EDITOR);
  private final TestBrowser anybody = new TestBrowser(paper);

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aPictureIsBroughtInDescribedAndOnlyThenToBePicked() {
    HttpResponse<String> sent = upload(new Upload.Sent("..\\berge.jpg", jpeg(800, 600)));
    assertThat(sent.statusCode()).isEqualTo(303);
    String page = sent.headers().firstValue("Location").orElseThrow();
    PictureId id = new PictureId(Long.parseLong(page.replaceAll("\\D", "")));
    assertThat(editor.get(page).body()).contains("<h1>berge.jpg</h1>");
    assertThat(editor.get(PATH + "?liste=offen").body()).contains("href=\"" + page + "\"");
    assertThat(pickable(id)).isFalse();

    HttpResponse<String> empty = save(page, "", "Der Bergkamm", "50");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(empty.body()).select("#legende").text()).isEqualTo("Der Bergkamm");
    assertThat(Jsoup.parse(empty.body()).select("[role=alert]").text()).startsWith("Beschreib");
    assertThat(save(page, "Berge", "", "101").statusCode()).isEqualTo(422);

    assertThat(save(page, "Berge im Abendlicht", "Der Bergkamm", "90").statusCode()).isEqualTo(303);
    assertThat(pickable(id)).isTrue();
    assertThat(editor.get(PATH + "?liste=offen").body()).doesNotContain("href=\"" + page + "\"");
    assertThat(editor.get(PATH + "?worte=ABENDLICHT").body()).contains("href=\"" + page + "\"");
    assertThat(editor.get(PATH + "/" + id + "/1x1-320.webp").statusCode()).isEqualTo(200);
    assertThat(anybody.get("/bilder/" + id + "-1x1-320.webp").statusCode()).isEqualTo(404);
    assertThat(anybody.get(PATH + "/" + id + "/320.jpg").statusCode()).isIn(303, 401, 403);
  }

  @Test
  void whatIsTakenOffIsOnNoPageAndComesBack() {
    PictureId id = described();
    ArticleId article = publish(id);
    String address = "/politik/mit-bild-" + article;
    assertThat(anybody.get(address).body()).contains("/bilder/" + id + "-320.webp");
    assertThat(editor.post(PATH + "/" + id + "/sperre").statusCode()).isEqualTo(303);
    for (String page : List.of(address, "/", "/politik")) {
      assertThat(anybody.get(page).body()).doesNotContain("/bilder/" + id + "-");
    }
    assertThat(anybody.get("/bilder/" + id + "-320.jpg").statusCode()).isEqualTo(404);
    assertThat(editor.get(PATH + "?liste=gesperrt").body()).contains(PATH + "/" + id + "\"");
    editor.post(PATH + "/" + id + "/freigabe");
    assertThat(anybody.get(address).body()).contains("/bilder/" + id + "-320.webp");
  }

  @Test
  void aNewCropOrCreditIsServedUnderTheSameAddressWithAnotherTag() {
    PictureId id = described();
    publish(id);
    String address = "/bilder/" + id + "-1x1-320.jpg";
    String before = anybody.get(address).headers().firstValue("ETag").orElseThrow();
    assertThat(save(PATH + "/" + id, "Berge", "", "90").statusCode()).isEqualTo(303);
    HttpResponse<String> after = anybody.get(address);
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(after.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(before);
  }

  @Test
  void aDayInTheFormIsTheLastOnWhichThePictureIsShown() {
    PictureId id = described();
    publish(id);
    assertThat(until(id, "2020-01-31").statusCode()).isEqualTo(303);
    assertThat(anybody.get("/bilder/" + id + "-320.jpg").statusCode()).isEqualTo(404);
    assertThat(editor.get(PATH + "?liste=ablauf").body()).contains(PATH + "/" + id + "\"");
    assertThat(Jsoup.parse(editor.get(PATH + "/" + id).body()).select("#bis").val())
        .isEqualTo("2020-01-31");
    assertThat(until(id, "2020-02-31").statusCode()).isEqualTo(422);
    assertThat(until(id, "").statusCode()).isEqualTo(303);
    assertThat(anybody.get("/bilder/" + id + "-320.jpg").statusCode()).isEqualTo(200);
  }

  @Test
  void ofSeveralFilesTheGoodOnesAreKeptAndTheOthersNamed() {
    HttpResponse<String> sent =
        upload(
            new Upload.Sent("gut.jpg", jpeg(400, 300)),
            new Upload.Sent("<b>luege.jpg", "GIF89a".getBytes(StandardCharsets.US_ASCII)));
    assertThat(sent.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(sent.body()).select("[role=alert]").text())
        .startsWith("<b>luege.jpg: Das ist kein Bild");
    assertThat(sent.body()).contains("Ein Bild ist da.", "gut.jpg");
    assertThat(editor.post(PATH, "bild", "x").statusCode()).isEqualTo(422);
  }

  private HttpResponse<String> save(String page, String alternative, String caption, String left) {
    return editor.post(
        page + "/angaben",
        "alternativtext",
        alternative,
        "legende",
        caption,
        "nachweis",
        "Foto: Wir",
        "links",
        left,
        "oben",
        "50");
  }

  private HttpResponse<String> until(PictureId id, String day) {
    return editor.post(
        PATH + "/" + id + "/angaben",
        "alternativtext",
        "Berge",
        "bis",
        day,
        "links",
        "50",
        "oben",
        "50");
  }

  private boolean pickable(PictureId id) {
    return paper.door(Pictures.class).forPicking(100).stream().anyMatch(p -> p.id().equals(id));
  }

  private static PictureId described() {
    return paper.door(Pictures.class).store(jpeg(800, 600), "", "", "Berge");
  }

  private static ArticleId publish(PictureId picture) {
    Draft draft =
        new Draft(
            "politik",
            "Mit Bild",
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
            null,
            null);
    return paper.door(Publishing.class).publish(draft, null, Clock.systemUTC().instant());
  }

  private HttpResponse<String> upload(Upload.Sent... files) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Upload.Sent file : files) {
      body.writeBytes(
          ("--grenze\r\nContent-Disposition: form-data; name=\"bild\"; filename=\""
                  + file.name()
                  + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(file.content());
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes("--grenze--\r\n".getBytes(StandardCharsets.UTF_8));
    return editor.send(
        editor
            .request(PATH)
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "multipart/form-data; boundary=grenze")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static byte[] jpeg(int width, int height) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
