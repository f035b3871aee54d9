package org.talblatt.identity.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.Vote;
import org.talblatt.identity.Reader;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything held on somebody, packed for them alone. */
class DataExportTest {
  private static final TestPaper paper = TestPaper.start();
  private static final JdbcClient db = paper.door(JdbcClient.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void theFileHoldsEverythingAsPagesAndAsJsonAndNoSecret() throws Exception {
    Reader reader = TestReaders.withPassword(paper, "Paula Packt");
    TestBrowser browser = TestBrowser.as(paper, reader);
    talk(reader);
    assertThat(browser.get("/konto/daten").body()).contains("Meine Daten packen");
    HttpResponse<String> asked = browser.post("/konto/daten/auszug");
    assertThat(asked.headers().firstValue("Location")).contains("/konto/daten#auszug");
    String mail = TestMails.await(paper, TestReaders.email("Paula Packt")).text();
    assertThat(mail).contains("/konto/daten").doesNotContain(".zip");
    assertThat(browser.json("GET", "/konto/daten/stand", "").body()).contains("\"ready\":true");
    assertThat(browser.get("/konto/daten").body()).contains("Herunterladen (ZIP");
    Map<String, String> files = unzip(download(browser));
    assertThat(files.keySet())
        .contains("index.html", "account.html", "comments.html", "json/comments.json");
    JsonNode comment = JSON.readTree(files.get("json/comments.json")).get(0);
    assertThat(comment.path("text").asString()).isEqualTo("neu <b>gedacht</b>");
    assertThat(comment.path("earlierTexts").get(0).asString()).isEqualTo("alt");
    assertThat(comment.path("headline").asString()).isEqualTo("Gepackt");
    assertThat(JSON.readTree(files.get("json/votes.json")).get(0).path("value").asInt())
        .isEqualTo(1);
    assertThat(JSON.readTree(files.get("json/account.json")).get(0).path("email").asString())
        .isEqualTo(TestReaders.email("Paula Packt"));
    assertThat(JSON.readTree(files.get("json/sessions.json"))).hasSize(1);
    assertThat(files.get("comments.html")).contains("neu &lt;b&gt;gedacht&lt;/b&gt;");
    assertThat(files.get("index.html"))
        .contains("comments.html", "Deine Kommentare", "lang=\"de\"");
    assertThat(String.join("", files.values()))
        .doesNotContain(
            "argon2", java.util.Objects.requireNonNull(browser.cookies().get("talblatt")));
  }

  private static void talk(Reader reader) {
    ArticleId article = TestArticles.publish(paper, "Gepackt");
    Discussion talk = paper.door(Discussion.class);
    var now = Clock.systemUTC().instant();
    talk.post(reader, article, "alt", UUID.randomUUID(), now);
    talk.edit(reader, new CommentId(article, 1), null, "neu <b>gedacht</b>", now);
    Reader other = TestReaders.create(paper, "Andere Stimme");
    talk.post(other, article, "an @" + reader.name(), UUID.randomUUID(), now);
    talk.vote(reader, new CommentId(article, 2), Vote.UP, now);
    talk.seen(reader, article, 2);
  }

  @Test
  void nobodyElseGetsItAndAfterSevenDaysNobodyDoes() throws Exception {
    Reader reader = TestReaders.create(paper, "Otto Eigen");
    TestBrowser browser = TestBrowser.as(paper, reader);
    browser.post("/konto/daten/auszug");
    TestMails.await(paper, TestReaders.email("Otto Eigen"));
    assertThat(new TestBrowser(paper).get("/konto/daten/auszug").statusCode()).isEqualTo(303);
    TestBrowser other = TestBrowser.as(paper, TestReaders.create(paper, "Neugierig"));
    assertThat(other.get("/konto/daten/auszug").statusCode()).isEqualTo(404);
    assertThat(other.get("/konto/daten/stand").statusCode()).isEqualTo(404);
    assertThat(unzip(download(browser))).isNotEmpty();
    db.sql("update data_export set expires_at = now() where account = ?")
        .param(reader.account().value())
        .update();
    assertThat(browser.get("/konto/daten/auszug").statusCode()).isEqualTo(404);
    paper.door(DataExports.class).dropEnded();
    assertThat(
            db.sql(
                    """
                    select count(*)::int from data_export_part p
                    where not exists (select from data_export d where d.id = p.export)
                    or exists (select from data_export d where d.id = p.export and d.account = ?)
                    """)
                .param(reader.account().value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void oneIsPackedAtATimeAndThePageWaitsWithAndWithoutScript() {
    Reader reader = TestReaders.create(paper, "Doppelklick");
    TestBrowser browser = TestBrowser.as(paper, reader);
    db.sql(
            "insert into data_export (account, total, done, expires_at) values (?, 9, 4, now() + interval '1 day')")
        .param(reader.account().value())
        .update();
    browser.post("/konto/daten/auszug");
    assertThat(
            db.sql("select count(*)::int from data_export where account = ?")
                .param(reader.account().value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    String page = browser.get("/konto/daten").body();
    assertThat(page)
        .contains("4 von 9", "<noscript><meta http-equiv=\"refresh\"", "data-export=")
        .doesNotContain("Meine Daten packen");
    assertThat(browser.json("GET", "/konto/daten/stand", "").body())
        .contains("\"ready\":false", "\"done\":4", "\"total\":9");
    assertThat(browser.get("/konto/daten/auszug").statusCode()).isEqualTo(404);
  }

  @Test
  void tenThousandCommentsCostNoMoreStatementsThanNoneAndLittleMemory() {
    Reader reader = TestReaders.create(paper, "Vielschreiber");
    List<String> few =
        Statements.during(paper, () -> pack(reader, OutputStream.nullOutputStream()));
    manyComments(reader, 10_000);
    Counting out = new Counting();
    List<String> many = Statements.during(paper, () -> pack(reader, out));
    assertThat(many.size()).isLessThanOrEqualTo(few.size() + 3);
    assertThat(out.largest).as("bytes written in one go").isLessThan(100_000);
    assertThat(out.bytes).isGreaterThan(100_000);
  }

  private static void pack(Reader reader, OutputStream out) {
    paper.door(Packing.class).write(reader.account(), out, done -> {});
  }

  private static void manyComments(Reader reader, int count) {
    ArticleId article = TestArticles.publish(paper, "Lang");
    db.sql("insert into thread (article, last_number) values (?, ?)")
        .params(article.value(), count)
        .update();
    db.sql(
            """
            insert into comment (article, number, root, author, text, html, article_version,
              submission)
            select :article, n, n, :author, md5(n::text), '<p>x</p>', 1, gen_random_uuid()
            from generate_series(1, :count) n
            """)
        .param("article", article.value())
        .param("author", reader.account().value())
        .param("count", count)
        .update();
  }

  private static final class Counting extends OutputStream {
    private long bytes;
    private int largest;

    @Override
    public void write(int value) {
      bytes++;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      bytes += length;
      largest = Math.max(largest, length);
    }
  }

  private static byte[] download(TestBrowser browser) throws Exception {
    HttpRequest.Builder request = browser.request("/konto/daten/auszug");
    request.header("Cookie", "talblatt=" + browser.cookies().get("talblatt"));
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
      assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
          .startsWith("attachment; filename=\"talblatt-");
      return answer.body();
    }
  }

  private static Map<String, String> unzip(byte[] file) {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
