package org.talblatt.platform.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** The reverse proxies whose word on where a request came from is believed. */
public record TrustedProxies(List<Block> blocks) {
  /** Nobody is believed. */
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  /**
   * Reads addresses and blocks ({@code 10.0.0.0/8}) with commas between. No name is looked up.
   *
   * @throws IllegalArgumentException naming what is neither
   */
  public static TrustedProxies parse(String list) {
    return new TrustedProxies(
        Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .map(Block::parse)
            .toList());
  }

  /**
   * Whom a request came from: the nearest address in the chain that is no trusted proxy. What
   * stands further left may be made up by the sender.
   *
   * @param remote who holds the connection
   * @param forwardedFor the {@code X-Forwarded-For} header's values, in their order
   */
  public String client(String remote, List<String> forwardedFor) {
    List<String> chain =
        forwardedFor.stream().flatMap(line -> Arrays.stream(line.split(","))).toList();
    String client = remote;
    for (int i = chain.size() - 1; i >= 0 && trusts(client); i--) {
      String before = chain.get(i).strip();
      if (!isAddress(before)) {
        break;
      }
      client = before;
    }
    return client;
  }

  private boolean trusts(String address) {
    byte[] bytes = InetAddress.ofLiteral(address).getAddress();
    return blocks.stream().anyMatch(block -> block.holds(bytes));
  }

  private static boolean isAddress(String text) {
    try {
      InetAddress.ofLiteral(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The addresses that share these first bits. */
  public record Block(InetAddress address, int bits) {
    private static Block parse(String text) {
      String[] parts = text.split("/", 2);
      InetAddress address = literal(parts[0], text);
      int all = address.getAddress().length * Byte.SIZE;
      if (parts.length == 1) {
        return new Block(address, all);
      }
      if (!parts[1].matches("[0-9]{1,3}") || Integer.parseInt(parts[1]) > all) {
        throw new IllegalArgumentException(text + " is no address or block of addresses");
      }
      return new Block(address, Integer.parseInt(parts[1]));
    }

    private static InetAddress literal(String text, String whole) {
      try {
        return InetAddress.ofLiteral(text);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(whole + " is no address or block of addresses", e);
      }
    }

    private boolean holds(byte[] other) {
      byte[] own = address.getAddress();
      if (own.length != other.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((own[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
