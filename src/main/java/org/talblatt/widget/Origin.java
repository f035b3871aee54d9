package org.talblatt.widget;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Scheme, host and port as browsers write them in {@code Origin}: no usual port, no slash. */
record Origin(String value) {
  private static final Pattern HOST = Pattern.compile("[a-z0-9.-]+|\\[[0-9a-f:.]+]");
  private static final int LONGEST = 300;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int LAST_PORT = 65_535;

  /** The origin that somebody typed, with nothing behind it but a slash; empty where it is none. */
  static Optional<Origin> parse(String typed) {
    return typed.length() > LONGEST ? Optional.empty() : uri(typed.strip()).flatMap(Origin::bare);
  }

  /** The origin of an address; empty where that is none of the web's. */
  static Optional<Origin> of(URI address) {
    String scheme = lower(address.getScheme());
    String host = lower(address.getHost());
    boolean secure = scheme.equals("https");
    int port = address.getPort();
    if ((!secure && !scheme.equals("http"))
        || !HOST.matcher(host).matches()
        || address.getRawUserInfo() != null
        || port == 0
        || port > LAST_PORT) {
      return Optional.empty();
    }
    boolean usual = port < 0 || port == (secure ? HTTPS : HTTP);
    return Optional.of(new Origin(scheme + "://" + host + (usual ? "" : ":" + port)));
  }

  private static Optional<Origin> bare(URI address) {
    String path = address.getRawPath();
    return (path == null || path.isEmpty() || path.equals("/"))
            && address.getRawQuery() == null
            && address.getRawFragment() == null
        ? of(address)
        : Optional.empty();
  }

  static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }

  private static String lower(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
