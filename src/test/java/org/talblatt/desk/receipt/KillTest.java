package org.talblatt.desk.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.base.PictureId;
import org.talblatt.desk.Deliveries;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.picture.Pictures;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.testing.Wait;

/** An agency's cancel leaves no copy on any node, and a receipt says what was found where. */
class KillTest {
  private static final Queue<String> PURGED = new ConcurrentLinkedQueue<>();
  private static final HttpServer CDN = cdn();
  private static final TestPaper paper =
      TestPaper.start(
          TestDatabase.create(),
          Map.of(
              "cdn-purge",
              "http://127.0.0.1:" + CDN.getAddress().getPort() + "/purge",
              "cdn-key",
              "geheim"));
  private static final TestPaper second = TestPaper.start(paper.database());
  private static final Reader ANNA = TestReaders.create(paper, "Anna");
  private static final Reader EDITOR = TestReaders.create(paper, "Chefin vom Dienst", Role.EDITOR);
  private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

  private final Deliveries deliveries = paper.door(Deliveries.class);
  private final TestBrowser here = new TestBrowser(paper);
  private final TestBrowser there = new TestBrowser(second);
  private final TestBrowser desk = TestBrowser.as(paper, EDITOR);

  private static HttpServer cdn() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/purge",
          exchange -> {
            PURGED.add(
                exchange.getRequestHeaders().getFirst("Authorization")
                    + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("kultur", "Kultur", 1, "de"));
  }

  @AfterAll
  static void stop() {
    second.close();
    paper.close();
    CDN.stop(0);
  }

  @Test
  void aCancelLeavesNoCopyOnAnyNodeWithinFiveSecondsAndTheReceiptListsEachPlace() throws Exception {
    deliver("urn:tot", 1, "usable", "Stau am Brenner");
    ArticleId id = article("Stau am Brenner");
    String path = onFile(id).path();
    PictureId picture = withPictureAndNote(id);
    paper
        .door(Discussion.class)
        .post(ANNA, id, "Stimmt das?", UUID.randomUUID(), Clock.systemUTC().instant());
    List<String> own =
        List.of(
            path,
            Links.article(id) + "/fassungen/1",
            "/api/v1/articles/" + id,
            "/api/v1/articles/" + id + "/comments",
            Links.commentsFeed(id));
    String image = Links.picture(picture, 320);
    assertThat(here.get(image).statusCode()).isEqualTo(200);
    List<String> lists = List.of("/", "/kultur", "/api/v1/articles", "/leser/Anna");
    onBothNodes(id, own, lists);

    deliver("urn:tot", 2, "canceled", "Stau am Brenner");
    goneFromBothNodes(id, own, lists);
    assertThat(here.get("/").body() + there.get("/kultur").body()).doesNotContain("am Brenner");
    assertThat(here.get(image).statusCode()).isEqualTo(404);
    assertThat(here.get(path).statusCode()).isEqualTo(410);
    assertThat(here.get(path).body()).doesNotContain("Stau am", "Stimmt das?");
    assertThat(TestBrowser.as(paper, ANNA).post(Links.comments(id), "text", "Na?").statusCode())
        .isEqualTo(410);

    deliver("urn:tot", 1, "usable", "Stau am Brenner");
    assertThat(here.get(path).statusCode()).isEqualTo(410);
    assertThat(here.get("/kultur").body()).doesNotContain("am Brenner");

    listsEachPlace(receipt("Stau am Brenner"), id, path, image);
  }

  private void onBothNodes(ArticleId id, List<String> own, List<String> lists) {
    for (TestBrowser node : List.of(here, there)) {
      own.forEach(page -> assertThat(node.get(page).statusCode()).as(page).isEqualTo(200));
      lists.forEach(page -> assertThat(shows(node.get(page), id)).as(page).isTrue());
    }
  }

  private void goneFromBothNodes(ArticleId id, List<String> own, List<String> lists)
      throws Exception {
    Wait.until(
        FIVE_SECONDS,
        () -> own.stream().allMatch(page -> gone(here.get(page)) && gone(there.get(page))));
    Wait.until(
        FIVE_SECONDS,
        () ->
            lists.stream()
                .allMatch(page -> !shows(here.get(page), id) && !shows(there.get(page), id)));
  }

  private static void listsEachPlace(Document receipt, ArticleId id, String path, String image) {
    assertThat(receipt.select(".receipt-there")).isEmpty();
    assertThat(receipt.select(".receipt-gone th").eachText())
        .contains(
            "Seite " + path,
            "Schnittstelle (API) /api/v1/articles/" + id,
            "Bild " + image,
            "Titelseite /",
            "Ressort /kultur",
            "Frühere Fassungen /artikel/" + id + "/fassungen/1");
    assertThat(receipt.select(".receipt-beyond th").eachText())
        .anyMatch(place -> place.startsWith("Suchmaschinen"));
    assertThat(receipt.text()).contains("von der Agentur zurückgezogen");
    assertThat(receipt.select(".receipt-gone time").eachText())
        .allSatisfy(
            after ->
                assertThat(Double.parseDouble(after.replace(" s", ""))).isLessThanOrEqualTo(5));
    assertThat(PURGED)
        .anyMatch(
            call ->
                call.startsWith("Bearer geheim {\"files\":[")
                    && call.contains("\"" + paper.settings().url() + path + "\"")
                    && call.contains(image));
  }

  @Test
  void anEditorsWithdrawalHasAReceiptWithTheirName() throws Exception {
    ArticleId id = TestArticles.publish(paper, "Aus Versehen veröffentlicht");
    paper.door(Publishing.class).withdraw(id, EDITOR.account());
    Document receipt = receipt("Aus Versehen veröffentlicht");
    assertThat(receipt.text()).contains("von der Redaktion zurückgezogen, Chefin vom Dienst");
    assertThat(receipt.select(".receipt-there")).isEmpty();
  }

  @Test
  void whatAnotherArticleStillShowsIsNamedAsStillThere() throws Exception {
    ArticleId id = TestArticles.publish(paper, "Eins von zweien");
    ArticleId other = TestArticles.publish(paper, "Anderes mit demselben Bild");
    PictureId picture = withPictureAndNote(id);
    Draft draft = onFile(other).draft();
    paper
        .door(Publishing.class)
        .correct(other, onFile(other).version(), with(draft, picture, ""), null);
    paper.door(Publishing.class).withdraw(id);
    Document receipt = receipt("Eins von zweien");
    assertThat(receipt.select(".receipt-there th").eachText())
        .containsExactly("Bild " + Links.picture(picture, 320));
    assertThat(receipt.select("[role=alert]")).isNotEmpty();
    assertThat(desk.get("/redaktion/quittungen").body()).contains("steht noch irgendwo");
  }

  @Test
  void anArticleThatWasNeverPublicSaysSo() throws Exception {
    ArticleId id =
        paper
            .door(Publishing.class)
            .publish(
                TestArticles.draft("Kommt erst morgen", null),
                null,
                Clock.systemUTC().instant().plus(Duration.ofDays(1)));
    paper.door(Publishing.class).withdraw(id);
    Document receipt = receipt("Kommt erst morgen");
    assertThat(receipt.text()).contains("Der Artikel war nie öffentlich.");
    assertThat(receipt.select(".receipt-beyond")).isEmpty();
  }

  @Test
  void theOutsideOfTheNewsroomSeesNoReceipt() {
    assertThat(here.get("/redaktion/quittungen").statusCode()).isEqualTo(303);
    assertThat(TestBrowser.as(paper, ANNA).get("/redaktion/quittungen").statusCode())
        .isEqualTo(403);
    assertThat(desk.get("/redaktion/quittungen/999999").statusCode()).isEqualTo(404);
  }

  private static boolean shows(HttpResponse<String> list, ArticleId id) {
    return Pattern.compile("(/[a-z0-9-]*-|/artikel/)" + id + "[\"?#</]")
        .matcher(list.body())
        .find();
  }

  private static boolean gone(HttpResponse<String> answer) {
    return answer.statusCode() == 410 || answer.statusCode() == 404;
  }

  private Document receipt(String headline) throws Exception {
    Wait.until(
        Duration.ofSeconds(15),
        () -> {
          Document list = Jsoup.parse(desk.get("/redaktion/quittungen").body());
          return list.select(".desk-item:contains(" + headline + ") .desk-mark").stream()
              .anyMatch(mark -> !mark.text().equals("wird geprüft"));
        });
    Document list = Jsoup.parse(desk.get("/redaktion/quittungen").body());
    String page =
        Objects.requireNonNull(list.selectFirst("h2 a:contains(" + headline + ")")).attr("href");
    return Jsoup.parse(desk.get(page).body());
  }

  private PictureId withPictureAndNote(ArticleId id) throws Exception {
    BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    PictureId picture = paper.door(Pictures.class).store(out.toByteArray(), "", "", "Ein Bild");
    ArticlesOnFile.OnFile file = onFile(id);
    paper
        .door(Publishing.class)
        .correct(
            id,
            file.version(),
            with(file.draft(), picture, "Es war der Reschen."),
            EDITOR.account());
    return picture;
  }

  private static Draft with(Draft draft, PictureId picture, String note) {
    return new Draft(
        draft.section(),
        draft.headline(),
        draft.kicker(),
        draft.subhead(),
        draft.teaser(),
        draft.byline(),
        draft.credit(),
        draft.dateline(),
        draft.body(),
        draft.language(),
        note,
        picture,
        draft.topics(),
        draft.weight(),
        draft.discussion(),
        draft.embargoUntil());
  }

  private ArticlesOnFile.OnFile onFile(ArticleId id) {
    return paper.door(ArticlesOnFile.class).find(id).orElseThrow();
  }

  private static ArticleId article(String headline) {
    return paper.door(ArticlesOnFile.class).withHeadline(headline).getFirst();
  }

  private void deliver(String urn, int version, String status, String headline) {
    String file =
        """
        {"format":"digitalwires@0.9.1","entry_id":"e-%s-%d-%s","urn":"%s","version":%d,
         "version_created":"2026-03-02T10:0%d:00+01:00","updated":"2026-03-02T10:0%d:00+01:00",
         "pubstatus":"%s","language":"de","urgency":4,"headline":"%s","creditline":"dpa",
         "dateline":"Bozen (dpa) - ","article_html":"<p>Text zu %s.</p>",
         "categories":[{"type":"dnltype:desk","name":"Kultur","qcode":"dpacat:ku"}]}
        """
            .formatted(
                urn, version, status, urn, version, version, version, status, headline, headline);
    deliveries.deliver(file.getBytes(UTF_8), "a.json", null, true);
  }
}
