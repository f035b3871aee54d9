package org.talblatt.desk.ways;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.platform.Settings;
import org.talblatt.platform.http.PublicAddress;
import org.talblatt.wire.WireReader;

/**
 * Our way out to agencies over HTTP: to the host that an administrator entered and no other, also
 * after a redirect; never to a private address unless the settings say so; bounded in time and
 * bytes.
 */
@Component
class Fetches {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int MOST_REDIRECTS = 5;

  private final boolean inside;
  private final String agent;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  Fetches(Settings settings, Clock clock) {
    this.inside = settings.wire().inside();
    this.agent = "Talblatt (" + settings.url() + ")";
    this.clock = clock;
  }

  /** An answer that is one: 2xx or 304. */
  static final class Answer {
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;
    private final URI address;

    Answer(int status, HttpHeaders headers, byte[] body, URI address) {
      this.status = status;
      this.headers = headers;
      this.body = body;
      this.address = address;
    }

    int status() {
      return status;
    }

    byte[] body() {
      return body;
    }

    URI address() {
      return address;
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    boolean unchanged() {
      return status == 304;
    }
  }

  Answer get(Way way, URI address, Map<String, String> headers)
      throws WayTrouble, IOException, InterruptedException {
    URI next = address;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      Answer answer = send(way, next, "GET", headers);
      if (answer.status() / 100 != 3 || answer.unchanged()) {
        return checked(answer);
      }
      next = redirected(way, next, answer.header("Location"));
    }
    throw WayTrouble.of("ways.trouble.circle", way.host());
  }

  /** Takes something off their queue; that it is gone already is no trouble. */
  void delete(Way way, URI address) throws WayTrouble, IOException, InterruptedException {
    Answer answer = send(way, address, "DELETE", Map.of());
    if (answer.status() != 404 && answer.status() != 410) {
      checked(answer);
    }
  }

  private Answer send(Way way, URI address, String method, Map<String, String> headers)
      throws WayTrouble, IOException, InterruptedException {
    check(way, address);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("User-Agent", agent);
    headers.forEach(request::header);
    authorization(way, request);
    HttpResponse<InputStream> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      byte[] bytes = body.readNBytes(WireReader.MOST_BYTES + 1);
      if (bytes.length > WireReader.MOST_BYTES) {
        throw WayTrouble.of("ways.trouble.too-large", name(address));
      }
      return new Answer(answer.statusCode(), answer.headers(), bytes, address);
    }
  }

  private static void authorization(Way way, HttpRequest.Builder request) throws WayTrouble {
    if (!way.login().isEmpty()) {
      byte[] both = (way.login() + ":" + way.secret()).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    } else if (!way.secret().isEmpty()) {
      try {
        request.header("Authorization", "Bearer " + way.secret());
      } catch (IllegalArgumentException namesTheSecret) {
        throw WayTrouble.of("ways.trouble.token");
      }
    }
  }

  private static URI redirected(Way way, URI from, String location) throws WayTrouble {
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException unreadable) {
      throw WayTrouble.of("ways.trouble.moved", way.host(), "?");
    }
    boolean downgraded = "https".equals(from.getScheme()) && !"https".equals(to.getScheme());
    if (!way.covers(to) || downgraded) {
      String path = to.getRawPath() == null ? "" : to.getRawPath();
      throw WayTrouble.of("ways.trouble.moved", way.host(), server(to) + path);
    }
    return to;
  }

  /** Refuses whatever isn't the way's own server: login and secret go with each request. */
  private void check(Way way, URI address) throws WayTrouble, IOException {
    if (!way.covers(address)) {
      throw WayTrouble.of("ways.trouble.elsewhere", server(address));
    }
    checkHost(way.host());
  }

  private static String server(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port;
  }

  /** Refuses a host inside some network. */
  void checkHost(String host) throws WayTrouble, IOException {
    if (inside) {
      return;
    }
    try {
      PublicAddress.require(host);
    } catch (PublicAddress.Inside inside) {
      throw WayTrouble.of("ways.trouble.private", host);
    }
  }

  private Answer checked(Answer answer) throws WayTrouble {
    int status = answer.status();
    if (status / 100 == 2 || answer.unchanged()) {
      return answer;
    }
    String number = Integer.toString(status);
    String host = String.valueOf(answer.address().getHost());
    throw switch (status) {
      case 401, 403 -> WayTrouble.of("ways.trouble.forbidden", host, number).in(wait(answer));
      case 404, 410 -> WayTrouble.of("ways.trouble.gone", host, number).in(wait(answer));
      case 429, 503 -> WayTrouble.of("ways.trouble.busy", host, number).in(wait(answer));
      default -> WayTrouble.of("ways.trouble.status", host, number).in(wait(answer));
    };
  }

  /** {@code Retry-After}: seconds or a moment, a second at least; null where it isn't said. */
  @Nullable Duration wait(Answer answer) {
    String text = answer.header("Retry-After").strip();
    if (text.isEmpty()) {
      return null;
    }
    try {
      Duration asked =
          text.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  clock.instant(), ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
      return asked.isPositive() ? asked : Duration.ofSeconds(1);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  /** The last part of an address, as a file's name. */
  static String name(URI address) {
    String path = address.getPath() == null ? "" : address.getPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    return last.isEmpty() ? String.valueOf(address.getHost()) : last;
  }
}
