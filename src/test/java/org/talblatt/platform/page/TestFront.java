package org.talblatt.platform.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.talblatt.base.Failure;
import org.talblatt.platform.http.ErrorPages;
import org.talblatt.testing.SettableClock;

/** The hot path alone, on a web server of its own, over routes that the test writes. */
final class TestFront implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  static final long PLENTY = 64L << 20;

  final SettableClock clock = new SettableClock(NOON);
  final PageCounts counts = new PageCounts();
  final ConcurrentLinkedQueue<Object> failures = new ConcurrentLinkedQueue<>();
  final Hearing hearing = new Hearing(Duration.ZERO);
  final PageStore store;
  final PageCache cache;
  private final Tightening tightening;
  private final Server server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  TestFront(PageRoute... routes) throws Exception {
    this(PLENTY, Duration.ofHours(1), routes);
  }

  TestFront(long bytes, Duration quiet, PageRoute... routes) throws Exception {
    store = new PageStore(bytes, counts);
    tightening = new Tightening(quiet);
    cache = new PageCache(store, counts, clock, PageRoute::render, tightening, hearing);
    JettyErrors errors = new JettyErrors(new PlainErrors(), false);
    PageFront.Pages pages = new PageFront.Pages(cache, counts, List.of(routes), errors);
    PageFront front = new PageFront(() -> pages);
    front.setHandler(new Behind());
    server = new Server(new VirtualThreadPool());
    HttpConfiguration quietly = new HttpConfiguration();
    quietly.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(quietly));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(front);
    server.setErrorHandler(errors);
    server.start();
  }

  /** Asks with these headers: name, value, name, value … */
  HttpResponse<byte[]> send(String method, String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return send("GET", path, headers);
  }

  String text(String path, String... headers) throws Exception {
    return new String(get(path, headers).body(), StandardCharsets.UTF_8);
  }

  /** Sends a request line as it stands, and returns all that comes back. */
  String raw(String requestLine) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  static byte[] unzipped(byte[] packed) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
  }

  private int port() {
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    tightening.close();
  }

  /** What stands behind the front: says that it was asked, and keeps the reason. */
  private final class Behind extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Object failure = request.getAttribute(PublicPages.FAILURE);
      if (failure != null) {
        failures.add(failure);
      }
      response.setStatus(failure == null ? 299 : 404);
      callback.succeeded();
      return true;
    }
  }

  private static final class PlainErrors implements ErrorPages {
    @Override
    public String render(Failure failure) {
      return "our page: " + sentence(failure);
    }

    @Override
    public String sentence(Failure failure) {
      return failure.key();
    }
  }
}
