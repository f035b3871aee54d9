package org.talblatt.platform.db;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where a database answers, and who may ask. Its text form shows no secret. */
public record DatabaseAddress(String jdbcUrl, String user, String password) {
  private static final String JDBC = "jdbc:";

  /**
   * Reads {@code postgresql://user:password@host:port/name} or a JDBC URL; user and password given
   * apart win over those in the URL.
   *
   * @throws IllegalArgumentException where it is neither; the message does not repeat the URL,
   *     which may hold a password
   */
  public static DatabaseAddress parse(
      String text, @Nullable String user, @Nullable String password) {
    String url = text.startsWith(JDBC) ? text.substring(JDBC.length()) : text;
    try {
      URI uri = URI.create(url.replaceFirst("^postgres:", "postgresql:"));
      if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null || path(uri).isEmpty()) {
        throw new IllegalArgumentException();
      }
      String[] person = person(uri);
      return new DatabaseAddress(
          JDBC + withoutPerson(uri),
          user == null ? person[0] : user,
          password == null ? person[1] : password);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "not like postgresql://user:password@host:5432/name (special characters"
              + " percent-encoded)",
          e);
    }
  }

  private static String path(URI uri) {
    return uri.getPath().replaceFirst("^/", "");
  }

  private static String[] person(URI uri) {
    String info = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    int colon = info.indexOf(':');
    return colon < 0
        ? new String[] {decode(info), ""}
        : new String[] {decode(info.substring(0, colon)), decode(info.substring(colon + 1))};
  }

  private static String withoutPerson(URI uri) {
    return "postgresql://"
        + uri.getHost()
        + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
        + uri.getRawPath()
        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "DatabaseAddress[***]";
  }
}
