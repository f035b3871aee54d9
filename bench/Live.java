import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Readers who have one article open, each with a connection of their own, and comments that come in
 * meanwhile: how long a comment takes until half of them and until the last of them have it, from
 * the moment that its writer sends it. For the table of docs/performance.md. One thread reads for
 * all. Arguments: port, process to weigh, readers, comments, article, file of session tokens.
 */
class Live {
  private static final byte[] HEARD = "\"what\":\"new\"".getBytes(StandardCharsets.UTF_8);
  private static final long PATIENCE = 30_000_000_000L;

  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
  private final String port;
  private final String article;
  private final List<String> tokens;
  private int greeted;
  private int failed;

  /** How often it has heard of a comment, and what of the last lines is still to be matched. */
  private static final class Listener {
    private boolean greeted;
    private int heard;
    private int matched;
  }

  Live(String port, String article, List<String> tokens) throws IOException {
    this.port = port;
    this.article = article;
    this.tokens = tokens;
  }

  public static void main(String[] args) throws Exception {
    Live live = new Live(args[0], args[4], Files.readAllLines(Path.of(args[5])));
    live.measure(Path.of("/proc", args[1], "status"), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
  }

  private void measure(Path process, int readers, int comments) throws Exception {
    long memory = resident(process);
    long from = System.nanoTime();
    for (int i = 0; i < readers; i++) {
      connect();
      while (i - greeted > 200) {
        read(50);
      }
    }
    until(() -> greeted == readers);
    long opened = System.nanoTime() - from;
    long each = (resident(process) - memory) * 1024 / readers;
    List<Long> half = new ArrayList<>();
    List<Long> all = new ArrayList<>();
    for (int number = 1; number <= comments; number++) {
      comment(number, readers, half, all);
    }
    half.sort(null);
    all.sort(null);
    System.out.printf(
        "| a new comment with half of %d open readers, from its writer's sending | %d ms | %d – %d |%n",
        readers, median(half), half.getFirst(), half.getLast());
    System.out.printf(
        "| … with all of them | %d ms | %d – %d |%n", median(all), all.getFirst(), all.getLast());
    System.out.printf(
        "| resident memory per open reader, the connection included (they came at %d/s) | %.1f kB | |%n",
        readers * 1_000_000_000L / opened, each / 1000.0);
  }

  private void comment(int number, int readers, List<Long> half, List<Long> all) throws Exception {
    long sent = System.nanoTime();
    Thread writer = Thread.ofPlatform().start(() -> post(number));
    int heard = 0;
    long halfAt = 0;
    while (heard < readers) {
      read(1);
      heard = heard(number);
      if (halfAt == 0 && heard >= readers / 2) {
        halfAt = System.nanoTime();
      }
      if (System.nanoTime() - sent > PATIENCE) {
        throw new IllegalStateException(heard + " of " + readers + " heard of comment " + number);
      }
    }
    all.add((System.nanoTime() - sent) / 1_000_000);
    half.add((halfAt - sent) / 1_000_000);
    writer.join();
  }

  private int heard(int number) {
    int count = 0;
    for (SelectionKey key : selector.keys()) {
      if (key.attachment() instanceof Listener listener && listener.heard >= number) {
        count++;
      }
    }
    return count;
  }

  private void post(int number) {
    try {
      int status =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create(
                              "http://127.0.0.1:" + port + "/api/v1/articles/" + article + "/comments"))
                      .header("Sec-Fetch-Site", "same-origin")
                      .header("Content-Type", "application/json")
                      .header("Cookie", "talblatt=" + tokens.get(number % tokens.size()))
                      .POST(BodyPublishers.ofString("{\"text\":\"Live " + number + "\"}"))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode();
      if (status != 201) {
        throw new IllegalStateException("a comment was answered " + status);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void connect() throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, 8192);
    channel.connect(new InetSocketAddress("127.0.0.1", Integer.parseInt(port)));
    channel.write(
        StandardCharsets.US_ASCII.encode(
            "GET /artikel/" + article + "/ereignisse HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Accept: text/event-stream\r\nCookie: leser=Bench\r\n\r\n"));
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, new Listener());
  }

  private interface Done {
    boolean yet();
  }

  private void until(Done done) throws IOException {
    long from = System.nanoTime();
    while (!done.yet()) {
      read(50);
      if (System.nanoTime() - from > PATIENCE) {
        throw new IllegalStateException(greeted + " were greeted, " + failed + " refused");
      }
    }
  }

  private void read(int patience) throws IOException {
    selector.select(
        key -> {
          try {
            read((SocketChannel) key.channel(), (Listener) key.attachment());
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        },
        patience);
  }

  private void read(SocketChannel channel, Listener listener) throws IOException {
    buffer.clear();
    if (channel.read(buffer) < 0) {
      failed++;
      throw new IllegalStateException("somebody was hung up on");
    }
    buffer.flip();
    if (!listener.greeted) {
      listener.greeted = true;
      greeted++;
      if (!new String(new byte[] {buffer.get(9), buffer.get(10), buffer.get(11)}, StandardCharsets.US_ASCII)
          .equals("200")) {
        throw new IllegalStateException("somebody was refused");
      }
      return; // the greeting tells of what was before
    }
    while (buffer.hasRemaining()) {
      byte next = buffer.get();
      listener.matched = next == HEARD[listener.matched] ? listener.matched + 1 : next == HEARD[0] ? 1 : 0;
      if (listener.matched == HEARD.length) {
        listener.matched = 0;
        listener.heard++;
      }
    }
  }

  /** In kB. */
  private static long resident(Path process) throws IOException {
    return Files.readAllLines(process).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }

  private static long median(List<Long> sorted) {
    return sorted.get(sorted.size() / 2);
  }
}
