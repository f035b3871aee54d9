package org.talblatt.platform.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The server that takes our mail. Its text form shows no secret.
 *
 * @param tls encrypted from the first byte ({@code smtps}); else by STARTTLS
 * @param user empty = no login
 */
public record MailServer(String host, int port, boolean tls, String user, String password) {

  /**
   * Reads {@code smtp://user:password@host:587} or {@code smtps://…:465}.
   *
   * @throws IllegalArgumentException where it is neither; the message does not repeat the URL
   */
  public static MailServer parse(String text) {
    try {
      URI uri = URI.create(text);
      boolean tls = "smtps".equals(uri.getScheme());
      if ((!tls && !"smtp".equals(uri.getScheme())) || uri.getHost() == null) {
        throw new IllegalArgumentException();
      }
      String info = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
      String[] person = info.split(":", 2);
      return new MailServer(
          uri.getHost(),
          uri.getPort() >= 0 ? uri.getPort() : tls ? 465 : 587,
          tls,
          decode(person[0]),
          person.length < 2 ? "" : decode(person[1]));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "not like smtp://user:password@host:587 (special characters percent-encoded)", e);
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "MailServer[%s:%d]".formatted(host, port);
  }
}
