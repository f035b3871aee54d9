package org.talblatt.site.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.article.Publishing;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Reader;
import org.talblatt.platform.text.SafeHtml;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What programs read of the talk. */
class FeedsTest {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final TestPaper paper = TestPaper.start();
  private static final Discussion discussion = paper.door(Discussion.class);
  private final TestBrowser anybody = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void anArticlesFeedHoldsItsNewestCommentsWithFullAddresses() throws Exception {
    ArticleId article = TestArticles.publish(paper, "Rathaus & Keller");
    Reader berta = TestReaders.create(paper, "Berta Feed");
    CommentId first = write(berta, article, "Das ist **wichtig**, siehe https://www.example.org/");
    CommentId answer =
        reply(TestReaders.create(paper, "Kurt Feed"), first, "Finde ich <b>nicht</b>");
    Document feed = feed(Links.commentsFeed(article));
    assertThat(text(feed.getDocumentElement(), "title"))
        .isEqualTo("Kommentare zu „Rathaus & Keller“");
    assertThat(feed.getDocumentElement().getAttribute("xml:lang")).isEqualTo("de");
    assertThat(links(feed.getDocumentElement(), "self"))
        .isEqualTo(full(Links.commentsFeed(article)));
    List<Element> entries = entries(feed);
    assertThat(entries)
        .extracting(entry -> text(entry, "id"))
        .containsExactly(full(Links.comment(answer)), full(Links.comment(first)));
    assertThat(entries)
        .extracting(entry -> text(entry, "name"))
        .containsExactly("Kurt Feed", "Berta Feed");
    assertThat(text(entries.getLast(), "content"))
        .contains("<strong>wichtig</strong>", "href=\"https://www.example.org/\"");
    assertThat(text(entries.getFirst(), "content")).contains("&lt;b&gt;nicht&lt;/b&gt;");
    assertThat(text(entries.getFirst(), "title")).isEqualTo("Kurt Feed: Finde ich <b>nicht</b>");
    Element answers = (Element) entries.getFirst().getElementsByTagName("thr:in-reply-to").item(0);
    assertThat(answers.getAttribute("ref")).isEqualTo(full(Links.comment(first)));
    assertThat(anybody.get(path(text(entries.getFirst(), "id"))).statusCode()).isEqualTo(302);
  }

  @Test
  void theFeedIsAnnouncedWhereTheSameStandsForPeople() {
    ArticleId article = TestArticles.publish(paper, "Mit \"Zeichen\" & mehr");
    TestReaders.create(paper, "Angekündigt");
    for (String page : List.of(address(article), "/leser/Angek%C3%BCndigt")) {
      org.jsoup.nodes.Document shown = Jsoup.parse(anybody.get(page).body());
      org.jsoup.nodes.Element link =
          Objects.requireNonNull(shown.selectFirst("head link[rel=alternate]"));
      assertThat(link.attr("type")).isEqualTo("application/atom+xml");
      assertThat(shown.select("a.feed").attr("href")).isEqualTo(link.attr("href"));
      HttpResponse<String> feed = anybody.get(link.attr("href"));
      assertThat(feed.statusCode()).as(page).isEqualTo(200);
      assertThat(feed.headers().firstValue("Content-Type"))
          .hasValue("application/atom+xml;charset=utf-8");
      assertThat(feed.body()).contains(">" + link.attr("title").replace("&", "&amp;") + "<");
    }
  }

  @Test
  void whatIsRemovedLeavesTheFeedsAtOnceAndEditsReachThem() throws Exception {
    ArticleId article = TestArticles.publish(paper, "Vergänglich");
    Reader reader = TestReaders.create(paper, "Vergaenglich");
    write(reader, article, "Bleibt stehen");
    CommentId gone = write(reader, article, "Wird entfernt");
    for (String path : List.of(Links.commentsFeed(article), Links.readerFeed("Vergaenglich"))) {
      assertThat(anybody.get(path).body()).contains("Bleibt stehen", "Wird entfernt");
    }
    TestBrowser.as(paper, reader)
        .post(Links.comments(article) + "/1/bearbeiten", "text", "Steht anders", "fassung", "1");
    discussion.reject(gone);
    for (String path : List.of(Links.commentsFeed(article), Links.readerFeed("Vergaenglich"))) {
      assertThat(anybody.get(path).body())
          .contains("Steht anders")
          .doesNotContain("Bleibt stehen", "Wird entfernt");
    }
    Element edited = entries(feed(Links.commentsFeed(article))).getFirst();
    assertThat(Instant.parse(text(edited, "updated")))
        .isAfter(Instant.parse(text(edited, "published")));
    paper.door(Publishing.class).withdraw(article);
    assertThat(anybody.get(Links.commentsFeed(article)).statusCode()).isEqualTo(410);
    assertThat(anybody.get(Links.commentsFeed(article)).body()).doesNotContain("Steht anders");
    assertThat(anybody.get(Links.readerFeed("Vergaenglich")).body())
        .doesNotContain("Steht anders", "Vergänglich");
    assertThat(anybody.get("/artikel/99999/kommentare/feed").statusCode()).isEqualTo(404);
  }

  @Test
  void itComesFromMemoryAndUnchangedAsNothing() {
    ArticleId article = TestArticles.publish(paper, "Gemerkt");
    Reader reader = TestReaders.create(paper, "Gemerkte");
    write(reader, article, "Ein Satz");
    for (String path : List.of(Links.commentsFeed(article), Links.readerFeed("Gemerkte"))) {
      HttpResponse<String> first = anybody.get(path);
      assertThat(Statements.during(paper, () -> anybody.get(path))).isEmpty();
      String tag = first.headers().firstValue("ETag").orElseThrow();
      assertThat(anybody.send(anybody.request(path).header("If-None-Match", tag)).statusCode())
          .isEqualTo(304);
    }
  }

  @Test
  void aReadersFeedFollowsTheNameAndHidesWithThePage() throws Exception {
    ArticleId article = TestArticles.publish(paper, "Umbenannt");
    Reader reader = TestReaders.create(paper, "Alter Feed");
    write(reader, article, "Unter beiden Namen");
    Document feed = feed("/leser/Alter%20Feed/feed");
    assertThat(text(feed.getDocumentElement(), "title")).isEqualTo("Kommentare von Alter Feed");
    assertThat(text(entries(feed).getFirst(), "title")).isEqualTo("Zu „Umbenannt“");
    TestBrowser own = TestBrowser.as(paper, reader);
    own.post("/konto/name", "name", "Neuer Feed");
    HttpResponse<String> moved = anybody.get("/leser/alter%20FEED/feed");
    assertThat(moved.statusCode()).isEqualTo(301);
    assertThat(moved.headers().firstValue("Location").orElseThrow())
        .endsWith("/leser/Neuer%20Feed/feed");
    own.post("/konto/profil", "line", "", "hidden", "true");
    assertThat(anybody.get("/leser/Neuer%20Feed/feed").statusCode()).isEqualTo(404);
    assertThat(anybody.get("/leser/Niemand/feed").statusCode()).isEqualTo(404);
    assertThat(anybody.get("/leser//feed").statusCode()).isIn(400, 404);
  }

  @Test
  void itIsBoundedInEntriesAndInCharacters() throws Exception {
    ArticleId article = TestArticles.publish(paper, "Endlos");
    Reader reader = TestReaders.create(paper, "Endlose");
    for (int i = 1; i <= 51; i++) {
      write(reader, article, "Nummer " + i);
    }
    for (String path : List.of(Links.commentsFeed(article), Links.readerFeed("Endlose"))) {
      List<Element> entries = entries(feed(path));
      assertThat(entries).hasSize(50);
      assertThat(text(entries.getFirst(), "content")).contains("Nummer 51");
    }
    List<AtomFeed.Entry> long100 =
        IntStream.range(0, 50).mapToObj(i -> entry("x".repeat(100_000))).toList();
    assertThat(entries(parsed(written(long100)))).hasSize(2);
  }

  @Test
  void noCharacterMakesItUnreadable() throws Exception {
    String odd = "a\u0000b\u0008c\u000bd\ufffee\ud83df\udc4fg \ud83d\udc4f ]]> & <";
    Document feed = parsed(written(List.of(entry(odd))));
    assertThat(text(entries(feed).getFirst(), "content")).isEqualTo("abcdefg \ud83d\udc4f ]]> & <");
    assertThat(entries(parsed(written(List.of())))).isEmpty();
  }

  private static AtomFeed.Entry entry(String html) {
    return new AtomFeed.Entry(
        "https://a.example/1",
        html,
        html,
        null,
        Instant.EPOCH,
        Instant.EPOCH,
        SafeHtml.stored(html),
        null);
  }

  private static String written(List<AtomFeed.Entry> entries) {
    return new AtomFeed(
            "T", "de", "https://a.example/f", "https://a.example/", Instant.EPOCH, entries)
        .xml();
  }

  /** A feed that has all that RFC 4287 asks for. */
  private Document feed(String path) throws Exception {
    HttpResponse<String> answer = anybody.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    Document feed = parsed(answer.body());
    Element root = feed.getDocumentElement();
    assertThat(root.getNamespaceURI()).isEqualTo(ATOM);
    for (String needed : List.of("id", "title", "updated")) {
      assertThat(text(root, needed)).as(needed).isNotBlank();
    }
    assertThat(text(root, "id")).isEqualTo(links(root, "self"));
    List<Element> entries = entries(feed);
    for (Element entry : entries) {
      for (String needed : List.of("id", "title", "updated", "published", "name", "content")) {
        assertThat(text(entry, needed)).as(needed).isNotBlank();
      }
      assertThat(text(entry, "id")).isEqualTo(links(entry, "alternate")).startsWith("http");
      Instant.parse(text(entry, "updated"));
    }
    assertThat(entries).extracting(entry -> text(entry, "id")).doesNotHaveDuplicates();
    return feed;
  }

  private static Document parsed(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> entries(Document feed) {
    return elements(feed.getElementsByTagNameNS(ATOM, "entry"));
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static String text(Element parent, String name) {
    return elements(parent.getElementsByTagNameNS(ATOM, name)).getFirst().getTextContent();
  }

  private static String links(Element parent, String rel) {
    return elements(parent.getElementsByTagNameNS(ATOM, "link")).stream()
        .filter(link -> link.getAttribute("rel").equals(rel))
        .findFirst()
        .orElseThrow()
        .getAttribute("href");
  }

  private static String full(String path) {
    return paper.settings().links().absolute(path);
  }

  private static String path(String address) {
    return address.replaceFirst("^http://[^/]+", "");
  }

  private String address(ArticleId article) {
    return path(anybody.get(Links.article(article)).headers().firstValue("Location").orElseThrow());
  }

  private static CommentId write(Reader reader, ArticleId article, String text) {
    return discussion
        .post(reader, article, text, UUID.randomUUID(), Clock.systemUTC().instant())
        .comment()
        .id();
  }

  private static CommentId reply(Reader reader, CommentId parent, String text) {
    return discussion
        .reply(reader, parent, text, UUID.randomUUID(), Clock.systemUTC().instant())
        .comment()
        .id();
  }
}
