import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long the work of a suspicious registration takes on a phone: {@code register.js} as it is, in
 * Chromium with the processor slowed down as Lighthouse does it for a phone (4 times) and for a weak
 * one (6 times). Arguments: Chromium, register.js, rounds. Prints rows for docs/performance.md.
 */
class Phone {
  private static final Pattern SOCKET = Pattern.compile("\"webSocketDebuggerUrl\": \"([^\"]+)\"");
  private static final Pattern VALUE = Pattern.compile("\"value\":([0-9.]+)");

  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final WebSocket socket;
  private int id;

  private Phone(HttpClient http, String address) {
    socket = http.newWebSocketBuilder().buildAsync(URI.create(address), new Listener()).join();
  }

  public static void main(String[] args) throws Exception {
    Path profile = Files.createTempDirectory("bench-phone");
    Process chromium =
        new ProcessBuilder(
                args[0],
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (HttpClient http = HttpClient.newHttpClient()) {
      Phone phone = new Phone(http, socket(http, profile));
      for (int slower : new int[] {4, 6}) {
        phone.print(slower, Files.readString(Path.of(args[1])), Integer.parseInt(args[2]));
      }
      phone.socket.abort();
    } finally {
      chromium.destroy();
      chromium.waitFor(10, TimeUnit.SECONDS);
      remove(profile);
    }
  }

  private static String socket(HttpClient http, Path profile) throws Exception {
    Path port = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < 300 && !Files.exists(port); i++) {
      Thread.sleep(100);
    }
    URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(port).getFirst() + "/json/list");
    Matcher found =
        SOCKET.matcher(
            http.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString()).body());
    if (!found.find()) {
      throw new IllegalStateException("Chromium shows no page");
    }
    return found.group(1);
  }

  private void print(int slower, String script, int rounds) throws Exception {
    call("Emulation.setCPUThrottlingRate", "{\"rate\":" + slower + "}");
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      call("Page.navigate", "{\"url\":\"about:blank\"}"); // as cold as a page just opened
      times.add(solve(script, "bench-nonce-of-22-char" + i));
    }
    Collections.sort(times);
    System.out.printf(
        "| work of a suspicious registration in Chromium, processor slowed %d times | %.0f ms |"
            + " %.0f – %.0f |%n",
        slower, times.get(times.size() / 2), times.getFirst(), times.getLast());
  }

  /** Milliseconds from the script's start until the form holds the answer. */
  private double solve(String script, String nonce) throws Exception {
    String page =
        """
        new Promise((done) => {
          document.body.innerHTML = `<form id="formular" data-nonce="%s" data-count="16" data-bits="12">
            <input name="arbeit"><p class="form-work" data-text="x"></p></form>`;
          const from = performance.now();
          (() => { %s })();
          const look = () => document.forms[0].elements.arbeit.value
            ? done(performance.now() - from) : setTimeout(look, 1);
          look();
        })
        """
            .formatted(nonce, script);
    String answer =
        call(
            "Runtime.evaluate",
            "{\"awaitPromise\":true,\"returnByValue\":true,\"expression\":" + json(page) + "}");
    Matcher value = VALUE.matcher(answer);
    if (!value.find()) {
      throw new IllegalStateException(answer);
    }
    return Double.parseDouble(value.group(1));
  }

  private String call(String method, String parameters) throws Exception {
    socket
        .sendText(
            "{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(++id, method, parameters), true)
        .join();
    String answer = answers.poll(60, TimeUnit.SECONDS);
    if (answer == null || answer.contains("\"error\"")) {
      throw new IllegalStateException(method + ": " + answer);
    }
    return answer;
  }

  private static String json(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "")
        + '"';
  }

  private static void remove(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        answers.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
