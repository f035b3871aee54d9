import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.talblatt.Application;
import org.talblatt.desk.ways.AgencyCare;
import org.talblatt.desk.ways.AgencyForm;
import org.talblatt.paper.Actor;
import org.talblatt.platform.SettingValues;
import org.talblatt.platform.db.EmbeddedDatabase;

/**
 * 2,000 items of a wire, made from a seed, into a running demo: half of them pushed over HTTP by
 * four senders at once, half put into a folder. Prints a row for docs/performance.md: from the
 * first file to the moment when all are stored.
 */
class WireDay {
  private static final int ITEMS = 2_000;
  private static final int SENDERS = 4;
  private static final String[] WORDS =
      "Gemeinde Rat Straße Brücke Feuerwehr Schule Verein Konzert Hütte Lawine Gericht Polizei Bahn".split(" ");

  private final Random random = new Random(20261124);

  public static void main(String[] args) throws Exception {
    new WireDay().measure(Path.of(args[0]), Integer.parseInt(args[1]));
  }

  private void measure(Path data, int port) throws Exception {
    String name = "messung" + System.currentTimeMillis();
    String key = agreed(data, port, name);
    Path folder = Files.createDirectories(data.resolve("wire").resolve(name));
    Path ready = Files.createDirectories(data.resolve("wire-day"));
    List<byte[]> pushed = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      byte[] item = item(name, i).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      if (i % 2 == 0) {
        pushed.add(item);
      } else {
        Files.write(ready.resolve(i + ".json"), item);
      }
    }
    // a file is taken once it has been left alone for two seconds
    Thread.sleep(3_000);
    long from = System.nanoTime();
    try (Stream<Path> files = Files.list(ready)) {
      for (Path file : files.toList()) {
        Files.move(file, folder.resolve(file.getFileName()));
      }
    }
    push(pushed, URI.create("http://127.0.0.1:" + port + "/api/v1/deliveries/" + name), key);
    double pushedAfter = seconds(from);
    while (left(folder) > 0) {
      Thread.sleep(50);
    }
    double all = seconds(from);
    System.out.printf(
        "| 2,000 agency items stored, 1,000 pushed over HTTP by four senders (done after %.1f s) and"
            + " 1,000 by folder, while the front page is read about 1,000 times a second | %.1f s | |%n",
        pushedAfter, all);
  }

  private static String agreed(Path data, int port, String name) throws Exception {
    var settings =
        SettingValues.of(Map.of("data", data.toString(), "port", Integer.toString(port)), true);
    try (ConfigurableApplicationContext beans =
        Application.startWithoutServer(settings, EmbeddedDatabase.running(data))) {
      AgencyCare care = beans.getBean(AgencyCare.class);
      care.add(new AgencyForm(name, "Messung", "", "", "", "", "asked"), Actor.console());
      return care.newKey(name, Actor.console());
    }
  }

  private static void push(List<byte[]> items, URI to, String key) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (byte[] item : items) {
        answers.add(senders.submit(() -> push(http, to, key, item)));
      }
      for (Future<Integer> answer : answers) {
        if (answer.get() != 201) {
          throw new IllegalStateException("answered " + answer.get());
        }
      }
    }
  }

  private static int push(HttpClient http, URI to, String key, byte[] item)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(to)
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + key)
            .POST(HttpRequest.BodyPublishers.ofByteArray(item))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static long left(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }

  /** As long as an agency's stories are: ten paragraphs of forty words. */
  private String item(String name, int number) {
    StringBuilder body = new StringBuilder();
    for (int paragraph = 0; paragraph < 10; paragraph++) {
      body.append("<p>");
      for (int word = 0; word < 40; word++) {
        body.append(word()).append(' ');
      }
      body.append(".</p>");
    }
    return """
        {"format":"digitalwires@0.9.1","entry_id":"%s-%d","urn":"urn:%s:%d","version":1,
         "version_created":"2026-03-02T10:00:00+01:00","updated":"2026-03-02T10:00:00+01:00",
         "pubstatus":"usable","language":"de","urgency":%d,"headline":"%s %s %d","creditline":"dpa",
         "dateline":"Bozen (dpa) - ","article_html":"%s",
         "categories":[{"type":"dnltype:desk","name":"Kultur","qcode":"dpacat:ku"}]}
        """
        .formatted(
            name, number, name, number, 3 + random.nextInt(3), word(), word(), number, body);
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }
}
