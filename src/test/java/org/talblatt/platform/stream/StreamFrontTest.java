package org.talblatt.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.talblatt.platform.SettingValues;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.testing.Eventually;
import org.talblatt.testing.TestListener;

/** Answers that stay open, on a web server of their own. */
class StreamFrontTest {
  private static final String HELLO = "data: hello\n\n";
  private static final int MOST = 12;
  private static final int MOST_OF_BLOCK = 3;

  private final Streams streams = new Streams(Streams.HEARTBEAT);
  private final Seats seats = new Seats(MOST, MOST_OF_BLOCK);
  private final Queue<String> opened = new ConcurrentLinkedQueue<>();
  private final StreamFront front =
      new StreamFront(
          streams,
          seats,
          new ClientAddress(SettingValues.of(Map.of("trusted-proxies", "127.0.0.1"), false)),
          () -> List.of(new Rooms()));
  private final Server server = new Server(new VirtualThreadPool());
  private final ServerConnector connector =
      new ServerConnector(server, 1, 1, new HttpConnectionFactory());

  StreamFrontTest() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    front.setHandler(new Behind());
    server.setHandler(front);
    server.start();
    streams.start();
  }

  @AfterEach
  void stop() throws Exception {
    streams.stop();
    server.stop();
  }

  @Test
  void aTopicIsOpenedOnceAndToldToAllWhoListen() throws Exception {
    List<TestListener> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(TestListener.open(url("/room/a")));
    }
    Eventually.until("all are there", () -> listeners() == 5);
    streams.tell("a", "data: news\n\n", "data: newer hello\n\n");
    for (TestListener listener : all) {
      listener.awaits("data: news");
      assertThat(listener.said("data: ")).containsExactly("hello", "news");
    }
    assertThat(opened).containsExactly("a");
    try (TestListener late = TestListener.open(url("/room/a"))) {
      assertThat(late.said("data: ")).containsExactly("newer hello");
    }
    all.forEach(TestListener::close);
  }

  @Test
  void listenersTakeNoThreadAndLeaveNothingBehindWhenTheyHangUp() throws Exception {
    try (TestListener first = TestListener.open(url("/room/a"))) {
      int threads = Thread.activeCount();
      List<TestListener> all = new ArrayList<>();
      for (int i = 1; i < MOST; i++) {
        all.add(TestListener.open(url("/room/a")));
      }
      assertThat(Thread.activeCount()).isEqualTo(threads);
      assertThat(seats.taken()).isEqualTo(MOST);
      all.forEach(TestListener::close);
      // noticed at once, not with a heartbeat
      Eventually.until("all left but one", () -> seats.taken() == 1);
      assertThat(first.over()).isFalse();
    }
    Eventually.until("nobody is left", streams::silent);
    assertThat(seats.blocks()).isZero();
  }

  @Test
  void whoFindsNoSeatIsAskedToComeLaterAndWhoLeavesMakesRoom() throws Exception {
    List<TestListener> all = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      all.add(TestListener.open(url("/room/a")));
    }
    try (TestListener refused = TestListener.ask(url("/room/a"))) {
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isEqualTo("60");
      assertThat(front.refused.sum()).isEqualTo(1);
    }
    all.removeFirst().close();
    Eventually.until("a seat is free", () -> seats.taken() < MOST);
    all.add(TestListener.open(url("/room/a")));
    all.forEach(TestListener::close);
  }

  @Test
  void oneNetworkDoesNotTakeAllSeats() throws Exception {
    List<TestListener> all = new ArrayList<>();
    for (int i = 0; i < MOST_OF_BLOCK; i++) {
      all.add(TestListener.open(url("/room/a"), "X-Forwarded-For", "192.0.2." + i));
    }
    try (TestListener refused = TestListener.ask(url("/room/a"), "X-Forwarded-For", "192.0.2.77");
        TestListener elsewhere =
            TestListener.open(url("/room/a"), "X-Forwarded-For", "198.51.100.1")) {
      assertThat(refused.status()).isEqualTo(503);
      assertThat(elsewhere.status()).isEqualTo(200);
    }
    all.forEach(TestListener::close);
    Eventually.until("all left", () -> seats.taken() == 0 && seats.blocks() == 0);
  }

  @Test
  void whoDoesNotReadIsDroppedAtTheSecondHeartbeatAndKeepsNobodyWaiting() throws Exception {
    try (Socket slow = silent("/room/a");
        TestListener quick = TestListener.open(url("/room/a"))) {
      Eventually.until("both are there", () -> listeners() == 2);
      String large = "data: " + "x".repeat(4 << 20) + "\n\n";
      for (int i = 0; i < 5; i++) {
        streams.tell("a", large, HELLO);
      }
      streams.tell("a", "data: done\n\n", "data: done\n\n");
      quick.awaits("data: done");
      Eventually.until(
          "dropped",
          () -> {
            streams.beat();
            return front.dropped.sum() == 1;
          });
      assertThat(quick.over()).isFalse();
      assertThat(listeners()).isEqualTo(1);
      assertThat(slow.isClosed()).isFalse();
    }
  }

  @Test
  void whoFallsBehindIsToldTheNewestInsteadOfAllThatWasMissed() throws Exception {
    try (Socket slow = silent("/room/a")) {
      Eventually.until("it is there", () -> listeners() == 1);
      String large = "data: " + "x".repeat(4 << 20) + "\n\n";
      for (int i = 0; i < 20; i++) {
        streams.tell("a", large, "data: newest\n\n");
      }
      String heard = readUntil(slow, "data: newest");
      assertThat(heard.length()).isLessThan(3 * large.length());
    }
  }

  @Test
  void aSilentTopicSaysNowAndThenThatItIsThere() throws Exception {
    try (TestListener listener = TestListener.open(url("/room/a"))) {
      Eventually.until("it is there", () -> listeners() == 1);
      streams.beat();
      Eventually.until("a heartbeat", () -> listener.said(":").size() == 1);
    }
  }

  @Test
  void whatHasNothingToSayIsNotFound() throws Exception {
    try (TestListener nobody = TestListener.ask(url("/room/closed"))) {
      assertThat(nobody.status()).isEqualTo(404);
      assertThat(nobody.header("Content-Security-Policy")).isNotEmpty();
    }
    assertThat(streams.silent()).isTrue();
    assertThat(seats.taken()).isZero();
  }

  @Test
  void pagesOfSomebodyElseCantHoldOurConnections() throws Exception {
    for (String site : List.of("cross-site", "same-site")) {
      try (TestListener foreign = TestListener.ask(url("/room/a"), "Sec-Fetch-Site", site)) {
        assertThat(foreign.status()).isEqualTo(403);
      }
    }
    assertThat(seats.taken()).isZero();
  }

  @Test
  void whoStopsHangsUpAndRefusesNewcomers() throws Exception {
    try (TestListener listener = TestListener.open(url("/room/a"))) {
      Eventually.until("it is there", () -> listeners() == 1);
      streams.stop();
      Eventually.until("hung up", listener::over);
      assertThat(seats.taken()).isZero();
      try (TestListener late = TestListener.ask(url("/room/a"))) {
        assertThat(late.status()).isEqualTo(503);
      }
    }
  }

  @Test
  void whatIsNoTopicPassesThrough() throws Exception {
    try (TestListener other = TestListener.ask(url("/elsewhere"))) {
      assertThat(other.status()).isEqualTo(299);
    }
  }

  private int listeners() {
    return streams.listeners("a");
  }

  /** Asks, and reads nothing. */
  private Socket silent(String path) throws Exception {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort()));
    socket
        .getOutputStream()
        .write(
            ("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String readUntil(Socket socket, String text) throws Exception {
    StringBuilder heard = new StringBuilder();
    InputStream in = socket.getInputStream();
    byte[] some = new byte[1 << 16];
    while (heard.indexOf(text, Math.max(0, heard.length() - 2 * some.length)) < 0) {
      heard.append(new String(some, 0, in.read(some), StandardCharsets.UTF_8));
    }
    return heard.toString();
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
  }

  /** Every room has something to say but the closed one. */
  private final class Rooms implements StreamRoute {
    @Override
    public @Nullable String topic(String path) {
      return path.startsWith("/room/") ? path.substring("/room/".length()) : null;
    }

    @Override
    public void opened(String topic) {
      opened.add(topic);
      if (topic.equals("closed")) {
        streams.end(topic, "");
      } else {
        streams.greet(topic, HELLO);
      }
    }
  }

  private static final class Behind extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.setStatus(299);
      callback.succeeded();
      return true;
    }
  }
}
