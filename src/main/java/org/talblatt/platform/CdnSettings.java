package org.talblatt.platform;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A shared cache between readers and paper, and how it is told to drop an address.
 *
 * @param address where to call
 * @param single whether each address is dropped by a {@code PURGE} of its own, as Varnish wants it;
 *     else a {@code POST} names them as {@code {"files":[…]}}
 * @param key the bearer token of the call; null = none
 */
public record CdnSettings(URI address, boolean single, @Nullable String key) {
  private static final String SINGLE = "purge:";

  static CdnSettings parse(String text, @Nullable String key) {
    boolean single = text.startsWith(SINGLE);
    String address = single ? text.substring(SINGLE.length()).replaceFirst("/$", "") : text;
    try {
      URI uri = URI.create(address);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
        return new CdnSettings(uri, single, key);
      }
    } catch (IllegalArgumentException notOne) {
      throw new IllegalArgumentException(
          "not like https://cdn.example/purge or purge:http://varnish.example:6081", notOne);
    }
    throw new IllegalArgumentException(
        "not like https://cdn.example/purge or purge:http://varnish.example:6081");
  }

  /** Without the key. */
  @Override
  public String toString() {
    return address + (single ? " (PURGE)" : "");
  }
}
