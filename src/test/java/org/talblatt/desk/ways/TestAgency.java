package org.talblatt.desk.ways;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An agency's web server: answers what it was told to, and keeps what it was asked. */
final class TestAgency implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  TestAgency() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** Says something to whoever asks. */
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  /**
   * @param path with its method: {@code "GET /feed"}
   */
  void answers(String path, Answer answer) {
    answers.put(path, answer);
  }

  void answers(String path, int status, String body, String... headers) {
    answers(path, exchange -> say(exchange, status, body, headers));
  }

  static void say(HttpExchange exchange, int status, String body, String... headers)
      throws IOException {
    for (int i = 0; i < headers.length; i += 2) {
      exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  /** The requests so far, each with its method and path. */
  List<String> asked() {
    return asked;
  }

  String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
    asked.add(request);
    Answer answer = answers.get(request);
    if (answer == null) {
      say(exchange, 404, "");
    } else {
      answer.to(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
