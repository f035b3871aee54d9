package org.talblatt.desk.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
  private static final AtomicInteger asked = new AtomicInteger();
  private static final HttpServer agency = agency();

  private final TestBrowser anybody = new TestBrowser(paper);
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
    String path = deliver(1, "usable");
    String host = "127.0.0.1:" + agency.getAddress().getPort();
    paper.run("wire-pictures");
    assertThat(asked).hasValue(0);
    TestBrowser administrator = TestBrowser.as(paper, ADMINISTRATOR);
    assertThat(administrator.get("/verwaltung/bildquellen").body()).contains(host + " (1)");
    HttpResponse<String> wrong =
        administrator.post("/verwaltung/bildquellen", "server", "http://x/");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(wrong.body()).select("#server").text()).isEqualTo("http://x/");
    assertThat(administrator.post("/verwaltung/bildquellen", "server", host).statusCode())
        .isEqualTo(303);
    paper.run("wire-pictures");
    Eventually.until(
        "the picture is on top", () -> anybody.get(path).body().contains("Foto: Eine Agentur"));
    String page = anybody.get(path).body();
    String picture = page.replaceAll("(?s).*(/bilder/\\d+-640\\.jpg).*", "$1");
    assertThat(anybody.get(picture).statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(page).select("article figure img").attr("alt")).isEqualTo("Der Pass");
    assertThat(editor.get("/redaktion/bilder?liste=offen").body())
        .contains("Der Pass", "Worte der Agentur");
    deliver(2, "canceled");
    assertThat(anybody.get(path).statusCode()).isEqualTo(410);
    assertThat(anybody.get(picture).statusCode()).isEqualTo(404);
    assertThat(editor.get("/redaktion/bilder?liste=gesperrt").body()).contains("Der Pass");
  }

  private String deliver(int version, String status) throws Exception {
    String association =
        """
        "associations":[{"type":"image","urn":"urn:bild","is_featureimage":true,"rank":1,
          "caption":"Der Pass","creditline":"Foto: Eine Agentur","renditions":[
          {"url":"http://127.0.0.1:%d/bild.jpg?signed=1","width":800,"height":600}]}],
        "categories":"""
            .formatted(agency.getAddress().getPort());
    String file =
        new String(
                OwnWire.version("urn:pass", version, version, version, status, "Der Pass ist zu"),
                java.nio.charset.StandardCharsets.UTF_8)
            .replace("\"categories\":", association);
    return Objects.requireNonNullElse(
        paper
            .door(Deliveries.class)
            .deliver(OwnWire.bytes(file), "pass.json", null, true)
            .items()
            .getFirst()
            .path(),
        "");
  }

  private static HttpServer agency() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "jpg", file);
      server.createContext(
          "/bild.jpg",
          exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, file.size());
            exchange.getResponseBody().write(file.toByteArray());
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
