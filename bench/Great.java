import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.Application;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.identity.NewAccount;
import org.talblatt.identity.Registration;
import org.talblatt.identity.Sessions;
import org.talblatt.platform.SettingValues;
import org.talblatt.platform.db.EmbeddedDatabase;
import org.talblatt.platform.text.ArticleHtml;

/**
 * {@code article DATA PORT FOLDER} makes the article for the great thread on the running demo's
 * database; {@code measure DATA PORT FOLDER SAMPLES DEEPEST} times its pages, each made anew.
 */
class Great {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int WARM_UP = 150;

  private static String base;
  private static String token;
  private static String article;
  private static int written;

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[3]);
    if (args[0].equals("article")) {
      prepare(args, folder);
      return;
    }
    base = "http://127.0.0.1:" + args[2];
    String path = Files.readString(folder.resolve("great"));
    token = Files.readString(folder.resolve("token"));
    article = path.substring(path.lastIndexOf('-') + 1);
    int samples = Integer.parseInt(args[4]);
    int pages = pages(path);
    String last = "?seite=" + pages;
    row("first page, right after a new comment", samples, i -> write(), i -> get(path));
    row("last page, right after a new comment", samples, i -> write(), i -> get(path + last));
    row(
        "permalink of the deepest comment with the page that it opens, right after a new comment",
        samples,
        i -> write(),
        i -> get(get("/artikel/" + article + "/kommentare/" + args[5])));
    row(
        "a page in the middle that nobody has asked for yet",
        Math.min(samples, pages / 2),
        i -> {},
        i -> get(path + "?seite=" + (2 + i) + "&sortierung=aelteste"));
  }

  private interface Step {
    void of(int sample) throws Exception;
  }

  private static void row(String what, int samples, Step before, Step timed) throws Exception {
    List<Double> times = new ArrayList<>();
    int warmUp = what.contains("middle") ? 0 : WARM_UP;
    for (int i = 0; i < warmUp + samples; i++) {
      before.of(i);
      long from = System.nanoTime();
      timed.of(i);
      if (i >= warmUp) {
        times.add((System.nanoTime() - from) / 1e6);
      }
    }
    Collections.sort(times);
    System.out.printf(
        "| 15,000 comments, 106 deep: %s, p50 and p95 | %.1f ms, %.1f ms | %.1f – %.1f |%n",
        what,
        times.get(times.size() / 2),
        times.get(times.size() * 95 / 100),
        times.getFirst(),
        times.getLast());
  }

  private static int pages(String path) throws Exception {
    String page =
        HTTP.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString()).body();
    String found = page.replaceFirst("(?s).*<nav class=\"talk-pages\".*?<span>[^<]*?([0-9]+)[^0-9<]*</span>.*", "$1");
    return Integer.parseInt(found);
  }

  private static void write() throws Exception {
    HttpResponse<Void> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(base + "/api/v1/articles/" + article + "/comments"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\":\"" + text() + "\"}"))
                .build(),
            BodyHandlers.discarding());
    if (answer.statusCode() != 201) {
      throw new IllegalStateException("a comment was answered " + answer.statusCode());
    }
  }

  /** As long as most are, and none like the other. */
  private static String text() {
    Random random = new Random(++written);
    StringBuilder text = new StringBuilder("Nummer " + written);
    for (int i = 0; i < 25; i++) {
      text.append(' ').append(Integer.toString(random.nextInt(1 << 30), 36));
    }
    return text.toString();
  }

  /** Where it leads; empty for a page. */
  private static String get(String path) throws Exception {
    HttpResponse<byte[]> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(base + path.replaceFirst("#.*", "")))
                .header("Accept-Encoding", "gzip")
                .build(),
            BodyHandlers.ofByteArray());
    if (answer.statusCode() == 302) {
      return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
    return "";
  }

  private static void prepare(String[] args, Path folder) throws Exception {
    var settings = SettingValues.of(Map.of("data", args[1], "port", args[2]), true);
    try (ConfigurableApplicationContext beans =
        Application.startWithoutServer(settings, EmbeddedDatabase.running(Path.of(args[1])))) {
      JdbcClient db = beans.getBean(JdbcClient.class);
      String section =
          db.sql("select slug from section order by position limit 1").query(String.class).single();
      ArticleId id =
          beans
              .getBean(Publishing.class)
              .publish(draft(section), null, Instant.now());
      Files.writeString(
          folder.resolve("great"),
          db.sql("select section, slug from article where id = ?")
              .param(id.value())
              .query((row, n) -> Links.article(row.getString(1), row.getString(2), id))
              .single());
      Files.writeString(
          folder.resolve("plain"),
          db.sql(
                  """
                  select a.section, a.slug, a.id from public_article a join thread t on t.article = a.id
                  where t.published_count = 12 order by a.credit = 'APA/dpa' desc, a.id limit 1
                  """)
              .query(
                  (row, n) ->
                      Links.article(row.getString(1), row.getString(2), new ArticleId(row.getLong(3))))
              .single());
      AccountId account =
          beans
              .getBean(Registration.class)
              .create(NewAccount.withoutPassword("Messleser", "bench@example.org"), Set.of());
      Files.writeString(
          folder.resolve("token"), beans.getBean(Sessions.class).open(account, "bench", true).secret());
    }
  }

  private static Draft draft(String section) {
    return new Draft(
        section, "Der große Streit", "", "", "", "", "", "",
        ArticleHtml.clean("<p>Ein Absatz.</p>"), "de", "", null, List.of(), 0,
        DiscussionRules.OPEN, null);
  }
}
