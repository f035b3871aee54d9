package org.talblatt.platform.mail;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether a domain lets an address send its mail (RFC 7208, without macros). Used once. */
public final class Spf {
  /** What the record says. */
  public enum Verdict {
    PASS,
    FAIL,
    SOFTFAIL,
    NEUTRAL,
    /** There is no record. */
    NONE,
    /** The record can't be read: two of them, an unknown word, more than ten lookups. */
    BROKEN
  }

  private static final int MOST_LOOKUPS = 10;

  private final Dns dns;
  private final InetAddress sender;
  private int lookups;

  public Spf(Dns dns, InetAddress sender) {
    this.dns = dns;
    this.sender = sender;
  }

  private static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Asks the domain's record. */
  public Verdict of(String domain) throws Dns.Silent {
    try {
      return evaluate(domain);
    } catch (Broken unreadable) {
      return Verdict.BROKEN;
    }
  }

  private Verdict evaluate(String domain) throws Dns.Silent, Broken {
    List<String> records =
        dns.texts(domain).stream()
            .filter(text -> text.toLowerCase(Locale.ROOT).matches("v=spf1(\\s.*)?"))
            .toList();
    if (records.size() != 1) {
      if (records.isEmpty()) {
        return Verdict.NONE;
      }
      throw new Broken();
    }
    String redirect = "";
    for (String term : records.getFirst().strip().split("\\s+")) {
      String word = term.toLowerCase(Locale.ROOT);
      if (word.startsWith("redirect=")) {
        redirect = word.substring("redirect=".length());
      } else if (!word.equals("v=spf1") && !word.matches("[a-z][a-z0-9_.-]*=.*")) {
        boolean qualified = "+-~?".indexOf(word.charAt(0)) >= 0;
        if (matches(qualified ? word.substring(1) : word, domain)) {
          return verdict(qualified ? word.charAt(0) : '+');
        }
      }
    }
    if (redirect.isEmpty()) {
      return Verdict.NEUTRAL;
    }
    look();
    return known(evaluate(redirect));
  }

  private static Verdict verdict(char qualifier) {
    return switch (qualifier) {
      case '-' -> Verdict.FAIL;
      case '~' -> Verdict.SOFTFAIL;
      case '?' -> Verdict.NEUTRAL;
      default -> Verdict.PASS;
    };
  }

  private static Verdict known(Verdict other) throws Broken {
    if (other == Verdict.NONE) {
      throw new Broken();
    }
    return other;
  }

  private boolean matches(String mechanism, String domain) throws Dns.Silent, Broken {
    String[] parts = mechanism.split("[:/]", 2);
    String rest = mechanism.substring(parts[0].length());
    String value = rest.startsWith(":") ? rest.substring(1) : "";
    return switch (parts[0]) {
      case "all" -> true;
      case "ip4", "ip6" -> holds(value);
      case "a" -> named(rest, domain);
      case "mx" -> {
        look();
        String target = target(rest, domain);
        for (String server : dns.mailServers(target)) {
          if (holdsAny(dns.addresses(server.replaceFirst("\\.$", "")), bits(rest))) {
            yield true;
          }
        }
        yield false;
      }
      case "include" -> {
        look();
        yield known(evaluate(value)) == Verdict.PASS;
      }
      // by macro, or given up by the standard: says nothing that we could look up
      case "exists", "ptr" -> {
        look();
        yield false;
      }
      default -> throw new Broken();
    };
  }

  private boolean named(String rest, String domain) throws Dns.Silent, Broken {
    look();
    return holdsAny(dns.addresses(target(rest, domain)), bits(rest));
  }

  private static String target(String rest, String domain) {
    String named = rest.startsWith(":") ? rest.substring(1).replaceFirst("/.*", "") : "";
    return named.isEmpty() ? domain : named;
  }

  /** The prefix for this sender's family in {@code /24//64}; empty for the whole address. */
  private String bits(String rest) {
    int slash = rest.indexOf('/');
    if (slash < 0) {
      return "";
    }
    String[] both = rest.substring(slash).split("//", 2);
    boolean four = sender.getAddress().length == 4;
    String mine = four ? both[0].replaceFirst("^/", "") : both.length > 1 ? both[1] : "";
    return mine.isEmpty() ? "" : "/" + mine;
  }

  private boolean holdsAny(List<String> addresses, String bits) throws Broken {
    for (String address : addresses) {
      if (holds(address + bits)) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(String block) throws Broken {
    try {
      String[] parts = block.split("/", 2);
      byte[] first = InetAddress.ofLiteral(parts[0]).getAddress();
      byte[] own = sender.getAddress();
      int bits = parts.length == 1 ? first.length * Byte.SIZE : Integer.parseInt(parts[1]);
      return own.length == first.length && Arrays.equals(cut(own, bits), cut(first, bits));
    } catch (IllegalArgumentException noAddress) {
      throw new Broken();
    }
  }

  private static byte[] cut(byte[] address, int bits) {
    byte[] kept = new byte[address.length];
    for (int bit = 0; bit < Math.min(bits, address.length * Byte.SIZE); bit++) {
      kept[bit / Byte.SIZE] |= (byte) (address[bit / Byte.SIZE] & (0x80 >> (bit % Byte.SIZE)));
    }
    return kept;
  }

  private void look() throws Broken {
    if (++lookups > MOST_LOOKUPS) {
      throw new Broken();
    }
  }
}
