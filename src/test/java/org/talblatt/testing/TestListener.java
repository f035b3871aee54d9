package org.talblatt.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who listens to server-sent events, on a connection of their own. */
public final class TestListener implements AutoCloseable {
  private final Socket socket;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Map<String, String> headers = new TreeMap<>();
  private volatile int status;
  private volatile boolean over;

  private TestListener(Socket socket) {
    this.socket = socket;
  }

  /** Asks with these headers: name, value, name, value … Does not wait for the answer. */
  public static TestListener ask(URI address, String... headers) {
    try {
      Socket socket = new Socket(address.getHost(), address.getPort());
      StringBuilder request = new StringBuilder("GET " + address.getRawPath() + " HTTP/1.1\r\n");
      request.append("Host: ").append(address.getHost()).append("\r\n");
      for (int i = 0; i < headers.length; i += 2) {
        request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
      }
      socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.US_ASCII));
      TestListener listener = new TestListener(socket);
      Thread.ofVirtual().start(listener::read);
      return listener;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #ask}, and waits until something was heard. */
  public static TestListener open(URI address, String... headers) throws Exception {
    TestListener listener = ask(address, headers);
    Eventually.until("somebody listens at " + address, () -> !listener.said("data: ").isEmpty());
    return listener;
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        take(line);
      }
    } catch (IOException hungUp) {
      // ours or theirs: either way nothing more comes
    } finally {
      over = true;
    }
  }

  private void take(String line) {
    if (status == 0) {
      status = Integer.parseInt(line.split(" ")[1]);
    } else if (lines.isEmpty() && line.contains(": ") && !headers.containsKey("")) {
      String[] header = line.split(": ", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
    } else if (line.isEmpty() && !headers.containsKey("")) {
      headers.put("", "complete");
    } else {
      lines.add(line);
    }
  }

  /** The answer's status, once it is there. */
  public int status() throws Exception {
    Eventually.until("an answer", () -> headers.containsKey("") || over);
    return status;
  }

  /** A header of the answer; empty where it has none. */
  public String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /** What stands behind this beginning of a line, as often as it came. */
  public List<String> said(String beginning) {
    return lines.stream()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()))
        .toList();
  }

  /** Waits until some line holds this text. */
  public void awaits(String text) throws Exception {
    Eventually.until("heard " + text, () -> lines.stream().anyMatch(line -> line.contains(text)));
  }

  /** Whether the other side hung up. */
  public boolean over() {
    return over;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
