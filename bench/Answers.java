import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.Application;
import org.talblatt.platform.SettingValues;
import org.talblatt.platform.db.EmbeddedDatabase;

/**
 * How long the running demo takes to answer who gives a mail address, one that has an account and
 * one that has none in turns: the ratio of the medians, for the table of docs/performance.md.
 * Arguments: data folder, port, pairs.
 */
class Answers {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern TOKEN = Pattern.compile("name=\"formular\" value=\"([^\"]+)\"");
  private static final int WARM_UP = 10;

  private interface Ask {
    void of(String email) throws Exception;
  }

  private static String base;
  private static int number;

  public static void main(String[] args) throws Exception {
    base = "http://127.0.0.1:" + args[1];
    int pairs = Integer.parseInt(args[2]);
    List<String> known = accounts(Path.of(args[0]), args[1]);
    print("registration", Answers::register, known, pairs);
    print("forgotten password", email -> post("/passwort", "email", email), known, pairs);
    print(
        "refused login",
        email -> post("/anmelden", "login", email, "password", "guessed 1"),
        known,
        pairs);
  }

  private static List<String> accounts(Path data, String port) throws Exception {
    var settings = SettingValues.of(Map.of("data", data.toString(), "port", port), true);
    try (ConfigurableApplicationContext beans =
        Application.startWithoutServer(settings, EmbeddedDatabase.running(data))) {
      return beans
          .getBean(JdbcClient.class)
          .sql("select email from account order by id desc limit 400")
          .query(String.class)
          .list();
    }
  }

  private static void print(String what, Ask ask, List<String> known, int pairs) throws Exception {
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int i = 0; i < WARM_UP + pairs; i++) {
      double one = millis(ask, known.get(i % known.size()));
      double other = millis(ask, "nobody-" + number++ + "@bench.example");
      if (i >= WARM_UP) {
        with.add(one);
        without.add(other);
      }
    }
    System.out.printf(
        "| answer to a %s, known ÷ unknown address (%.1f ms and %.1f ms) | %.2f | |%n",
        what, median(with), median(without), median(with) / median(without));
  }

  private static double millis(Ask ask, String email) throws Exception {
    long from = System.nanoTime();
    ask.of(email);
    return (System.nanoTime() - from) / 1e6;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  /** The form is opened and sent: both are what somebody waits for. */
  private static void register(String email) throws Exception {
    String form =
        HTTP.send(
                HttpRequest.newBuilder(URI.create(base + "/registrieren")).build(),
                BodyHandlers.ofString())
            .body();
    Matcher token = TOKEN.matcher(form);
    if (!token.find()) {
      throw new IllegalStateException("no token in the form");
    }
    post(
        "/registrieren", "formular", token.group(1), "name", "Bench " + number++, "email", email,
        "password", "long enough, 1", "rules", "1", "age", "1");
  }

  private static void post(String path, String... fields) throws Exception {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    int status =
        HTTP.send(
                HttpRequest.newBuilder(URI.create(base + path))
                    .header("Sec-Fetch-Site", "same-origin")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body.toString()))
                    .build(),
                BodyHandlers.ofString())
            .statusCode();
    if (status != 303 && !(path.equals("/anmelden") && status == 422)) {
      throw new IllegalStateException(path + " answered " + status);
    }
  }
}
