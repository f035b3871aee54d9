package org.talblatt.platform.page;

import org.jspecify.annotations.Nullable;

/**
 * What a request's {@code Accept-Encoding} says (RFC 9110, section 12.5.3): weights in thousandths,
 * {@link #UNSAID} where a coding is not named. Parsed without splitting strings, as it stands on
 * the way of every hit.
 */
record AcceptedCodings(int identity, int gzip, int brotli) {
  private static final int UNSAID = -1;
  private static final int FULL = 1000;
  private static final AcceptedCodings NONE = new AcceptedCodings(UNSAID, 0, 0);

  static AcceptedCodings of(@Nullable String header) {
    return header == null || header.isEmpty() ? NONE : new Parser(header).parse();
  }

  /** Whether the client can read this packing. */
  boolean allows(Coding coding) {
    return switch (coding) {
      case IDENTITY -> identity != 0;
      case GZIP -> gzip > 0;
      case BROTLI -> brotli > 0;
    };
  }

  /**
   * Which packing to send of those at hand: the heaviest weight, of equals the smallest bytes. The
   * plain bytes where nothing else is allowed: a refusal (406) would help nobody.
   */
  Coding best(boolean gzipped, boolean brotlied) {
    int packed = Math.max(gzipped ? gzip : 0, brotlied ? brotli : 0);
    if (packed == 0 || identity > packed) {
      return Coding.IDENTITY;
    }
    return brotlied && brotli == packed ? Coding.BROTLI : Coding.GZIP;
  }

  private static final class Parser {
    private final String header;
    private int identity = UNSAID;
    private int gzip = UNSAID;
    private int brotli = UNSAID;
    private int others = UNSAID;

    Parser(String header) {
      this.header = header;
    }

    AcceptedCodings parse() {
      int start = 0;
      while (start < header.length()) {
        int comma = header.indexOf(',', start);
        int end = comma < 0 ? header.length() : comma;
        item(start, end);
        start = end + 1;
      }
      int unnamed = Math.max(others, 0);
      return new AcceptedCodings(
          identity == UNSAID ? others : identity,
          gzip == UNSAID ? unnamed : gzip,
          brotli == UNSAID ? unnamed : brotli);
    }

    private void item(int start, int end) {
      int semicolon = header.indexOf(';', start);
      int nameEnd = semicolon < 0 || semicolon > end ? end : semicolon;
      int weight = nameEnd == end ? FULL : weight(nameEnd + 1, end);
      if (named("gzip", start, nameEnd) || named("x-gzip", start, nameEnd)) {
        gzip = weight;
      } else if (named("br", start, nameEnd)) {
        brotli = weight;
      } else if (named("identity", start, nameEnd)) {
        identity = weight;
      } else if (named("*", start, nameEnd)) {
        others = weight;
      }
    }

    private boolean named(String name, int start, int end) {
      int from = skipSpace(start, end);
      int to = from + name.length();
      return to <= end
          && header.regionMatches(true, from, name, 0, name.length())
          && skipSpace(to, end) == end;
    }

    /** Of {@code q=0.5}; what can't be read counts as "don't send me that". */
    private int weight(int start, int end) {
      int at = skipSpace(start, end);
      if (!header.regionMatches(true, at, "q=", 0, 2)) {
        return 0;
      }
      int value = 0;
      int scale = FULL;
      for (int i = at + 2; i < end; i++) {
        char c = header.charAt(i);
        if (c >= '0' && c <= '9') {
          value += (c - '0') * scale;
          scale /= 10;
        } else if (c == ' ' || c == '\t') {
          break;
        } else if (c != '.') {
          return 0;
        }
      }
      return Math.min(value, FULL);
    }

    private int skipSpace(int start, int end) {
      int at = start;
      while (at < end && (header.charAt(at) == ' ' || header.charAt(at) == '\t')) {
        at++;
      }
      return at;
    }
  }
}
