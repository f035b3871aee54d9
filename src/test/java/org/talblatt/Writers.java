package org.talblatt;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.AccountId;
import org.talblatt.identity.NewAccount;
import org.talblatt.identity.Registration;
import org.talblatt.identity.Sessions;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.testing.Program;
import org.talblatt.testing.Wait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Readers who post through the JSON API without a pause, and remember what was answered. */
final class Writers implements AutoCloseable {
  private static final int READERS = 24;
  private static final int AT_ONCE = 6;
  private static final Duration BREATH = Duration.ofMillis(20);

  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> tokens = new ArrayList<>();
  private final List<Long> articles = new ArrayList<>();
  private final Queue<String> answered = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile @Nullable URI paper;

  /** Makes articles and readers. */
  int prepare(ConfigurableApplicationContext beans) {
    beans.getBean(Sections.class).put(new Section("politik", "Politik", 1, "de"));
    for (int i = 0; i < 3; i++) {
      articles.add(beans.getBean(Publishing.class).publish(draft(i), null, Instant.now()).value());
    }
    for (int i = 0; i < READERS; i++) {
      AccountId account =
          beans
              .getBean(Registration.class)
              .create(
                  NewAccount.withoutPassword("Schreiber" + i, "w" + i + "@example.org"), Set.of());
      tokens.add(beans.getBean(Sessions.class).open(account, "test", true).secret());
    }
    return 0;
  }

  /** Starts posting to this program. */
  void writeTo(Program program) {
    paper = program.url("/");
    for (int i = 0; i < AT_ONCE; i++) {
      threads.add(Thread.ofVirtual().start(this::write));
    }
  }

  /** Waits until this many more were answered with success. */
  void awaitMore(int comments, Duration patience) throws Exception {
    int before = answered.size();
    Wait.until(patience, () -> answered.size() >= before + comments);
  }

  /** Stops posting. */
  void pause() {
    paper = null;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    threads.clear();
  }

  /** Article, number and text of each comment that was answered with success. */
  List<String> answered() {
    return List.copyOf(answered);
  }

  /** How many comments the API counts under all articles. */
  int seenIn(Program program) throws Exception {
    int total = 0;
    for (long article : articles) {
      HttpRequest request = HttpRequest.newBuilder(program.url(comments(article))).build();
      String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      total += json.readTree(body).get("total").intValue();
    }
    return total;
  }

  @Override
  public void close() {
    pause();
    client.close();
  }

  private void write() {
    for (URI target = paper; target != null; target = paper) {
      try {
        post(target);
      } catch (IOException notAnswered) {
        // whether it is stored is open: it must be there once or not at all
      } catch (InterruptedException e) {
        return;
      }
      LockSupport.parkNanos(BREATH.toNanos());
    }
  }

  private void post(URI target) throws IOException, InterruptedException {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long article = articles.get(random.nextInt(articles.size()));
    String text = "Wort " + UUID.randomUUID();
    String replyTo = random.nextBoolean() ? ", \"replyTo\": 1" : "";
    HttpRequest request =
        HttpRequest.newBuilder(target.resolve(comments(article)))
            .timeout(Duration.ofSeconds(10))
            .header("Authorization", "Bearer " + tokens.get(random.nextInt(tokens.size())))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"text\": \"%s\"%s}".formatted(text, replyTo)))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() == 201) {
      JsonNode comment = json.readTree(answer.body());
      answered.add(article + "." + comment.get("number").intValue() + " " + text);
    }
  }

  private static String comments(long article) {
    return "/api/v1/articles/" + article + "/comments";
  }

  private static Draft draft(int number) {
    return new Draft(
        "politik",
        "Vorfall " + number,
        "",
        "",
        "",
        "",
        "",
        "",
        ArticleHtml.clean("<p>Text.</p>"),
        "de",
        "",
        null,
        List.of(),
        0,
        DiscussionRules.OPEN,
        null);
  }
}
