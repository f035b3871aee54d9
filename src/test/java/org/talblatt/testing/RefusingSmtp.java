package org.talblatt.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that answers every recipient the same. */
public final class RefusingSmtp implements AutoCloseable {
  private final ServerSocket socket;
  private volatile String answer;

  private RefusingSmtp(ServerSocket socket, String answer) {
    this.socket = socket;
    this.answer = answer;
  }

  /** Starts one that answers RCPT with this line. */
  public static RefusingSmtp start(String answer) {
    try {
      RefusingSmtp server =
          new RefusingSmtp(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), answer);
      Thread.ofVirtual().start(server::serve);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** From now on it answers this. */
  public void answer(String line) {
    answer = line;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> talk(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
      say(client, "220 mail.example");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String word = line.toUpperCase(Locale.ROOT);
        say(client, word.startsWith("RCPT") ? answer : "250 fine");
      }
    } catch (IOException hungUp) {
      // that is how clients go
    }
  }

  private static void say(Socket client, String line) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
