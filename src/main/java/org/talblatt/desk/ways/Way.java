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

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Way[" + id + ", " + kind + ", " + host() + "]";
  }
}
