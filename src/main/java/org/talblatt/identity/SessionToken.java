package org.talblatt.identity;

import java.util.HexFormat;
import org.talblatt.base.Links;

/**
 * The SHA-256 of the session that a request shows: found without the database, so it may belong to
 * nobody. As a handler's argument it costs no query; join {@code live_session} on {@link #hash()}
 * to learn whose it is.
 *
 * @param hex the hash in hexadecimal digits
 * @param bearer whether it came as {@code Authorization: Bearer} and not as a cookie
 */
public record SessionToken(String hex, boolean bearer) {

  /** What the cookie is called that carries a session; over HTTPS no other host can set it. */
  public static String cookieName(Links links) {
    return links.secure() ? "__Host-talblatt" : "talblatt";
  }

  /** What {@code session.token_hash} holds. */
  public byte[] hash() {
    return HexFormat.of().parseHex(hex);
  }
}
