package org.talblatt.desk.ways;

import java.net.URI;
import java.time.Duration;

/**
 * A way that we look at.
 *
 * @param login a user's name; empty for none
 * @param secret that user's password, a private key, or without a user a bearer token
 * @param hostKey what the server has to show, where its kind has such a thing; empty: nothing yet
 * @param etag what the server said about the document that we have
 * @param lastModified the same, by time
 */
record Way(
    long id,
    String provider,
    WayKind kind,
    URI address,
    String login,
    String secret,
    String hostKey,
    Duration pause,
    String etag,
    String lastModified) {

  String host() {
    String host = address.getHost();
    return host == null ? "" : host;
  }

  /**
   * Whether an address is on the server that an administrator entered, so that login and secret may
   * go there: the same host and port, never in the open where the way isn't, at most from http's
   * usual port to https'.
   */
  boolean covers(URI other) {
    boolean same = port(other) == port(address) && secure(other) == secure(address);
    boolean upgraded = !secure(address) && port(address) == 80 && port(other) == 443;
    return host().equalsIgnoreCase(other.getHost())
        && kind.takes(String.valueOf(other.getScheme()))
        && (same || (upgraded && secure(other)));
  }

  private static boolean secure(URI address) {
    return "https".equalsIgnoreCase(address.getScheme());
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return secure(address) ? 443 : 80;
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Way[" + id + ", " + kind + ", " + host() + "]";
  }
}
