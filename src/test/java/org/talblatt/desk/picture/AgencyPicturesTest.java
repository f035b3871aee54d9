package org.talblatt.desk.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.desk.Deliveries;
import org.talblatt.desk.OwnWire;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.Eventually;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Pictures that agencies name are fetched from allowed servers, shown, and taken back. */
class AgencyPicturesTest {
  private static final TestPaper paper =
      TestPaper.start(TestDatabase.create(), Map.of("wire-inside", "true"));
  private static final Reader ADMINISTRATOR =
      TestReaders.create(paper, "Verwaltung", Role.ADMINISTRATOR);
  private static final Reader EDITOR = TestReaders.create(paper, "Redaktion", Role.EDITOR);
  private static final List<String> asked = new CopyOnWriteArrayList<>();
  private static final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();
  private static final AtomicReference<CountDownLatch> dripping =
      new AtomicReference<>(new CountDownLatch(0));
  private static final HttpServer agency = agency();

  private final TestBrowser anybody = new TestBrowser(paper);
  private final TestBrowser administrator = TestBrowser.as(paper, ADMINISTRATOR);
  private final TestBrowser editor = TestBrowser.as(paper, EDITOR);

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
  }

  @AfterAll
  static void stop() {
    agency.stop(0);
    paper.close();
  }

  @Test
  void aPictureIsFetchedOnceItsServerIsAllowedShownOnTopAndGoneWithTheItem() throws Exception {
    allow();
    String host = host("127.0.0.1");
    String file = "http://" + host + "/pass.jpg?signed=1";
    String path = deliver("pass", 1, "usable", file);
    paper.run("wire-pictures");
    assertThat(asked).doesNotContain("/pass.jpg");
    assertThat(administrator.get("/verwaltung/bildquellen").body()).contains(host + " (1)");
    HttpResponse<String> wrong =
        administrator.post("/verwaltung/bildquellen", "server", "http://x/");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(wrong.body()).select("#server").text()).isEqualTo("http://x/");
    allow(host);
    paper.run("wire-pictures");
    Eventually.until(
        "the picture is on top", () -> anybody.get(path).body().contains("Foto: Eine Agentur"));
    String page = anybody.get(path).body();
    String picture = page.replaceAll("(?s).*(/bilder/\\d+-640\\.jpg).*", "$1");
    assertThat(anybody.get(picture).statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(page).select("article figure img").attr("alt")).isEqualTo("Bild pass");
    assertThat(editor.get("/redaktion/bilder?liste=offen").body())
        .contains("Bild pass", "Worte der Agentur");
    deliver("pass", 2, "canceled", file);
    assertThat(anybody.get(path).statusCode()).isEqualTo(410);
    assertThat(anybody.get(picture).statusCode()).isEqualTo(404);
    assertThat(editor.get("/redaktion/bilder?liste=gesperrt").body()).contains("Bild pass");
    String number = picture.replaceAll("\\D*(\\d+)-.*", "$1");
    HttpResponse<String> released = editor.post("/redaktion/bilder/" + number + "/freigabe");
    assertThat(released.statusCode()).isEqualTo(409);
    assertThat(Jsoup.parse(released.body()).select("[role=alert]").text()).contains("Agentur");
    assertThat(editor.get("/redaktion/bilder?liste=gesperrt").body()).contains("Bild pass");
  }

  @Test
  void whatWaitsWhenItsItemIsCanceledIsNeverFetched() {
    allow();
    String file = "http://" + host("localhost") + "/abgesagt.jpg";
    deliver("abgesagt", 1, "usable", file);
    deliver("abgesagt", 2, "canceled", file);
    allow(host("localhost"));
    paper.run("wire-pictures");
    assertThat(asked).doesNotContain("/abgesagt.jpg");
  }

  @Test
  void aPictureThatIsOnItsWayWhileItsItemIsCanceledIsNotKept() {
    allow(host("localhost"));
    String file = "http://" + host("localhost") + "/unterwegs.jpg";
    deliver("unterwegs", 1, "usable", file);
    meanwhile.put("/unterwegs.jpg", () -> deliver("unterwegs", 2, "canceled", file));
    paper.run("wire-pictures");
    assertThat(asked).contains("/unterwegs.jpg");
    assertThat(editor.get("/redaktion/bilder").body()).doesNotContain("Bild unterwegs");
  }

  @Test
  void anAddressThatIsNoneStopsNoOtherPicture() {
    allow(host("localhost"));
    String good = "http://" + host("localhost") + "/neben.jpg";
    String bad = "http://" + host("localhost") + "/a|b.jpg";
    deliver("krumm", 1, "usable", bad);
    deliver("neben", 1, "usable", good);
    assertThat(administrator.get("/verwaltung/bildquellen").statusCode()).isEqualTo(200);
    paper.run("wire-pictures");
    assertThat(asked).contains("/neben.jpg");
    assertThat(editor.get("/redaktion/bilder").body()).contains("Bild neben");
  }

  @Test
  void anAddressThatWasRememberedBeforeItWasKnownToBeNoneIsPutOff() {
    allow(host("localhost"));
    deliver("alt", 1, "usable", "http://" + host("localhost") + "/alt.jpg");
    paper
        .door(JdbcClient.class)
        .sql(
            "update wire_picture set address = 'http://localhost/a|b' where address like '%/alt.jpg'")
        .update();
    deliver("danach", 1, "usable", "http://" + host("localhost") + "/danach.jpg");
    paper.run("wire-pictures");
    assertThat(asked).contains("/danach.jpg").doesNotContain("/alt.jpg");
    assertThat(
            paper
                .door(JdbcClient.class)
                .sql("select tries from wire_picture where address = 'http://localhost/a|b'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aServerThatDripsIsGivenUpInTime() {
    allow(host("localhost"));
    CountDownLatch left = new CountDownLatch(1);
    dripping.set(left);
    PictureFetch hasty =
        new PictureFetch(paper.door(WirePictures.class), paper.settings(), Duration.ofMillis(300));
    URI address = URI.create("http://" + host("localhost") + "/tropft.jpg");
    try {
      assertThatThrownBy(() -> hasty.file(address))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("PT0.3S");
    } finally {
      left.countDown();
    }
  }

  @Test
  void whatTheAgencySaysAnewReachesThePictureThatIsHere() {
    allow(host("localhost"));
    String file = "http://" + host("localhost") + "/frist.jpg";
    String path = deliverNinjs(1, file, "Bild frist", "");
    paper.run("wire-pictures");
    String page = anybody.get(path).body();
    assertThat(page).contains("Bild frist");
    String picture = page.replaceAll("(?s).*(/bilder/\\d+-640\\.jpg).*", "$1");

    deliverNinjs(2, file, "Neue Legende", "");
    assertThat(anybody.get(path).body()).contains("Neue Legende").doesNotContain("Bild frist");
    assertThat(anybody.get(picture).statusCode()).isEqualTo(200);

    // it ends, though the new version names the same file by another address
    deliverNinjs(3, file + "?anders", "x", "\"expires\":\"2026-03-03T10:00:00Z\",");
    assertThat(anybody.get(picture).statusCode()).isEqualTo(404);
    assertThat(anybody.get(path).body()).doesNotContain("Neue Legende");
  }

  private void allow(String... hosts) {
    assertThat(
            administrator
                .post("/verwaltung/bildquellen", "server", String.join("\n", hosts))
                .statusCode())
        .isEqualTo(303);
  }

  private static String host(String name) {
    return name + ":" + agency.getAddress().getPort();
  }

  /** Delivers a version of an item with a picture; where its article stands. */
  private static String deliver(String name, int version, String status, String file) {
    return deliver(name, version, status, file, "\"caption\":\"Bild " + name + "\"");
  }

  private static String deliver(String name, int version, String status, String file, String said) {
    String association =
        """
        "associations":[{"type":"image","urn":"urn:bild","is_featureimage":true,"rank":1,
          %s,"creditline":"Foto: Eine Agentur","renditions":[
          {"url":"%s","width":800,"height":600}]}],
        "categories":"""
            .formatted(said, file);
    String item =
        new String(
                OwnWire.version("urn:" + name, version, version, version, status, "Zu: " + name),
                StandardCharsets.UTF_8)
            .replace("\"categories\":", association);
    return delivered(item);
  }

  /** A version in the format that says until when an item may be shown. */
  private static String deliverNinjs(int version, String file, String caption, String further) {
    return delivered(
        """
        {"uri":"urn:frist","version":"%d","type":"text","pubstatus":"usable","language":"de",%s
         "versioncreated":"2026-03-02T10:0%d:00+01:00","headline":"Zu: frist","source":"dpa",
         "body_html":"<p>Text zu frist.</p>","subject":[{"code":"dpacat:ku","name":"Kultur"}],
         "associations":{"bild":{"type":"picture","description_text":"%s","renditions":{
           "r":{"href":"%s","mimetype":"image/jpeg","width":800,"height":600}}}}}
        """
            .formatted(version, further, version, caption, file));
  }

  private static String delivered(String item) {
    Deliveries deliveries = paper.door(Deliveries.class);
    return Objects.requireNonNullElse(
        deliveries.deliver(OwnWire.bytes(item), "a.json", null, true).items().getFirst().path(),
        "");
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpServer agency() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "jpg", file);
      server.createContext(
          "/",
          exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            meanwhile.getOrDefault(path, () -> {}).run();
            exchange.sendResponseHeaders(200, file.size());
            if (path.equals("/tropft.jpg")) {
              exchange.getResponseBody().write(file.toByteArray(), 0, 10);
              exchange.getResponseBody().flush();
              awaited(dripping.get());
            }
            exchange.getResponseBody().write(file.toByteArray());
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
