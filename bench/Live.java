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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Readers who have one article open, each with a connection of their own, and comments that come in
 * meanwhile: how long a comment takes until half of them and until the last of them have it, from
 * the moment that its writer sends it. For the table of docs/performance.md. One thread reads for
 * all. Arguments: port, the paper's process, readers, comments, article, file of session tokens.
 */
class Live {
  private static final byte[] HEARD = "\"what\":\"new\"".getBytes(StandardCharsets.UTF_8);
  private static final long PATIENCE = 30_000_000_000L;
  private static final int WARM_UP = 5;
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

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
    live.measure(args[1], Integer.parseInt(args[2]), Integer.parseInt(args[3]));
  }

  private void measure(String process, int readers, int comments) throws Exception {
    long before = heap(process);
    for (int i = 0; i < readers; i++) {
      connect();
      while (i - greeted > 200) {
        read(50);
      }
    }
    until(() -> greeted == readers);
    double each = (heap(process) - before) / (double) readers;
    List<Long> half = new ArrayList<>();
    List<Long> all = new ArrayList<>();
    for (int number = 1; number <= WARM_UP + comments; number++) {
      comment(number, readers, half, all);
      if (number == WARM_UP) {
        half.clear();
        all.clear();
      }
    }
    half.sort(null);
    all.sort(null);
    System.out.printf(
        "| a new comment with half of %d open readers, from its writer's sending | %d ms | %d – %d |%n",
        readers, median(half), half.getFirst(), half.getLast());
    System.out.printf(
        "| the same with all of them | %d ms | %d – %d |%n",
        median(all), all.getFirst(), all.getLast());
    System.out.printf("| heap per open reader, after a collection | %.1f kB | |%n", each);
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

  /** What the process holds on to, in kB. */
  private static long heap(String process) throws Exception {
    jcmd(process, "GC.run");
    Matcher used = USED.matcher(jcmd(process, "GC.heap_info"));
    if (!used.find()) {
      throw new IllegalStateException("jcmd says nothing of the heap");
    }
    return Long.parseLong(used.group(1));
  }

  private static String jcmd(String process, String what) throws Exception {
    String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process run = new ProcessBuilder(program, process, what).redirectErrorStream(true).start();
    return new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static long median(List<Long> sorted) {
    return sorted.get(sorted.size() / 2);
  }
}
