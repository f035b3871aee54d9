package org.talblatt.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name server on the loopback address that knows what a test told it. */
public final class TestDns implements AutoCloseable {
  private static final Map<Integer, String> TYPES = Map.of(1, "A", 15, "MX", 16, "TXT", 28, "AAAA");
  private static final int NO_SUCH_NAME = 3;

  private final DatagramSocket socket;
  private final Map<String, List<String>> records = new ConcurrentHashMap<>();

  private TestDns(DatagramSocket socket) {
    this.socket = socket;
  }

  /** Starts one without records. */
  public static TestDns start() {
    try {
      TestDns dns =
          new TestDns(
              new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
      Thread.ofVirtual().start(dns::serve);
      return dns;
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens, as the setting wants it. */
  public String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /** Knows records of a type: texts, addresses, or {@code 10 mail.example}. */
  public void put(String name, String type, String... values) {
    records.put(name + " " + type, List.of(values));
  }

  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    byte[] buffer = new byte[512];
    while (!socket.isClosed()) {
      try {
        DatagramPacket question = new DatagramPacket(buffer, buffer.length);
        socket.receive(question);
        byte[] answer = answer(ByteBuffer.wrap(buffer.clone(), 0, question.getLength()));
        socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private byte[] answer(ByteBuffer question) throws IOException {
    short id = question.getShort();
    question.position(12);
    StringBuilder name = new StringBuilder();
    for (int length = question.get(); length > 0; length = question.get()) {
      byte[] label = new byte[length];
      question.get(label);
      name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
    }
    int type = question.getShort();
    String asked = name.toString().toLowerCase(Locale.ROOT);
    List<String> found = records.getOrDefault(asked + " " + TYPES.get(type), List.of());
    boolean known = records.keySet().stream().anyMatch(key -> key.startsWith(asked + " "));
    ByteBuffer head = ByteBuffer.allocate(12);
    head.putShort(id).putShort((short) (0x8180 | (known ? 0 : NO_SUCH_NAME)));
    head.putShort((short) 1).putShort((short) found.size()).putInt(0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(head.array());
    out.write(name(asked));
    out.write(new byte[] {0, (byte) type, 0, 1});
    for (String value : found) {
      byte[] data = data(type, value);
      out.write(name(asked));
      out.write(
          ByteBuffer.allocate(10)
              .putShort((short) type)
              .putShort((short) 1)
              .putInt(60)
              .putShort((short) data.length)
              .array());
      out.write(data);
    }
    return out.toByteArray();
  }

  private static byte[] data(int type, String value) throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    switch (type) {
      case 15 -> {
        String[] parts = value.split(" ");
        data.write(new byte[] {0, Byte.parseByte(parts[0])});
        data.write(name(parts[1]));
      }
      case 16 -> {
        // in pieces, as long texts are
        for (int from = 0; from < value.length(); from += 40) {
          byte[] piece =
              value
                  .substring(from, Math.min(value.length(), from + 40))
                  .getBytes(StandardCharsets.US_ASCII);
          data.write(piece.length);
          data.write(piece);
        }
      }
      default -> data.write(InetAddress.ofLiteral(value).getAddress());
    }
    return data.toByteArray();
  }

  private static byte[] name(String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String label : name.equals(".") ? new String[0] : name.split("\\.")) {
      out.write(label.length());
      out.write(label.getBytes(StandardCharsets.US_ASCII));
    }
    out.write(0);
    return out.toByteArray();
  }
}
