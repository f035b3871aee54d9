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
  private static final int SUBMISSION = 587;
  private static final int SUBMISSION_TLS = 465;
  private static final int IMAP = 143;
  private static final int IMAP_TLS = 993;

  /**
   * Reads {@code smtp://user:password@host:587} or {@code smtps://…:465}.
   *
   * @throws IllegalArgumentException where it is neither; the message does not repeat the URL
   */
  public static MailServer parse(String text) {
    return parse(text, "smtp", SUBMISSION, SUBMISSION_TLS);
  }

  /** As above, for {@code imaps://user:password@host:993}: a mailbox that we read. */
  public static MailServer parseMailbox(String text) {
    return parse(text, "imap", IMAP, IMAP_TLS);
  }

  /** Whether it runs on this machine, so that there is nobody in between. */
  public boolean local() {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }

  private static MailServer parse(String text, String scheme, int plainPort, int tlsPort) {
    try {
      URI uri = URI.create(text);
      boolean tls = (scheme + "s").equals(uri.getScheme());
      if ((!tls && !scheme.equals(uri.getScheme())) || uri.getHost() == null) {
        throw new IllegalArgumentException();
      }
      String info = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
      String[] person = info.split(":", 2);
      return new MailServer(
          uri.getHost(),
          uri.getPort() >= 0 ? uri.getPort() : tls ? tlsPort : plainPort,
          tls,
          decode(person[0]),
          person.length < 2 ? "" : decode(person[1]));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "not like %s://user:password@host:%d (special characters percent-encoded)"
              .formatted(scheme, plainPort),
          e);
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
