package org.talblatt.notification.push;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;

/**
 * A push service of our own on every loopback address, each of which is another service for the
 * paper. Takes everything, unless told otherwise.
 */
final class TestPushService implements AutoCloseable {
  private final HttpServer server;
  private final Queue<Message> taken = new ConcurrentLinkedQueue<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

  /** What was sent. */
  record Message(String path, Headers headers, String base64) {
    byte[] body() {
      return Base64.getDecoder().decode(base64);
    }

    String header(String name) {
      return String.valueOf(headers.getFirst(name));
    }
  }

  private record Answer(int status, String retryAfter) {}

  TestPushService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  /** The service at this host. */
  String at(String host) {
    return "http://" + host + ":" + server.getAddress().getPort();
  }

  /** Its next answer, in place of 201. */
  void next(int status, String retryAfter) {
    answers.add(new Answer(status, retryAfter));
  }

  /** What was sent to a device so far. */
  List<Message> sentTo(TestDevice device) {
    return taken.stream()
        .filter(message -> message.path().equals(device.endpoint().getPath()))
        .toList();
  }

  /** Waits until so many have been sent to a device. */
  List<Message> await(TestDevice device, int count) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> sentTo(device), sent -> sent.size() >= count);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Answer answer = answers.poll();
    if (answer != null && !answer.retryAfter().isEmpty()) {
      exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
    }
    taken.add(
        new Message(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders(),
            Base64.getEncoder().encodeToString(body)));
    exchange.sendResponseHeaders(answer == null ? 201 : answer.status(), -1);
    exchange.close();
  }
}
