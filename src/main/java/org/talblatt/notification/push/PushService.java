package org.talblatt.notification.push;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.talblatt.platform.PushSettings;
import org.talblatt.platform.Settings;
import org.talblatt.platform.http.PublicAddress;
import org.talblatt.platform.jobs.TryLater;

/**
 * Our way out to the browsers' push services (RFC 8030): bounded in time, never led elsewhere by a
 * redirect, never to a private address unless the settings say so. A service in trouble is left
 * alone for a while, with all that waits for it; where it wants less for one device, only that one
 * waits. Logs name its host only: the rest of an endpoint is a secret.
 */
@Component
class PushService {
  private static final Logger log = LoggerFactory.getLogger(PushService.class);
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration TROUBLE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final Duration LONGEST_TROUBLE = Duration.ofMinutes(15);

  /** What nobody saw for a day is no news: it waits in the list. */
  private static final Duration WORTH = Duration.ofDays(1);

  private static final int TOO_MANY = 429;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private final PushSettings allowed;
  private final PaperKeys keys;
  private final SecureRandom random;
  private final Clock clock;
  private final Cache<String, Instant> paused =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LONGEST_PAUSE).build();
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  PushService(Settings settings, PaperKeys keys, SecureRandom random, Clock clock) {
    this.allowed = settings.push();
    this.keys = keys;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Sends a message.
   *
   * @param topic a later one with the same topic takes its place while it waits
   * @return false where the device is no more
   * @throws TryLater where the service asks for it or is in trouble
   */
  boolean send(Subscription to, byte[] message, String topic) {
    if (!allowed.allows(to.endpoint())) {
      // the settings have changed since it was switched on
      return true;
    }
    String host = to.endpoint().getHost();
    Instant now = clock.instant();
    awaitPause(host, now);
    awaitPause(to.endpoint().toString(), now);
    try {
      check(to.endpoint());
      HttpResponse<InputStream> answer =
          http.send(request(to, message, topic, now), HttpResponse.BodyHandlers.ofInputStream());
      answer.body().close();
      return taken(to.endpoint(), answer);
    } catch (IOException trouble) {
      throw pause(host, host, trouble.getClass().getSimpleName(), TROUBLE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new TryLater(TROUBLE);
    }
  }

  private HttpRequest request(Subscription to, byte[] message, String topic, Instant now) {
    byte[] body = Sealing.seal(message, Point.key(to.keyBytes()), to.secretBytes(), random);
    return HttpRequest.newBuilder(to.endpoint())
        .timeout(ANSWER)
        .header("Authorization", keys.authorization(to.endpoint(), now))
        .header("Content-Encoding", Sealing.CODING)
        .header("Content-Type", "application/octet-stream")
        .header("TTL", Long.toString(WORTH.toSeconds()))
        .header("Topic", topic)
        .header("Urgency", "normal")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private void awaitPause(String whose, Instant now) {
    Instant until = paused.getIfPresent(whose);
    if (until != null && now.isBefore(until)) {
      throw new TryLater(Duration.between(now, until));
    }
  }

  /** One device that gets too much waits alone; a service in trouble is left alone by all. */
  private boolean taken(URI endpoint, HttpResponse<?> answer) {
    String host = endpoint.getHost();
    int status = answer.statusCode();
    if (status == NOT_FOUND || status == GONE) {
      return false;
    }
    if (status == TOO_MANY) {
      throw pause(endpoint.toString(), host, "429", asked(answer).orElse(TROUBLE));
    }
    if (status >= 500) {
      Duration wait = asked(answer).orElse(TROUBLE);
      throw pause(
          host,
          host,
          Integer.toString(status),
          wait.compareTo(LONGEST_TROUBLE) > 0 ? LONGEST_TROUBLE : wait);
    }
    if (status / 100 != 2) {
      // what we sent is wrong, and would be wrong again
      log.warn("push service {} refuses a message: {}", host, status);
    }
    return true;
  }

  /**
   * @param whose a host, or one device's endpoint
   */
  private TryLater pause(String whose, String host, String why, Duration wait) {
    log.warn("push service {} is left alone for {} s: {}", host, wait.toSeconds(), why);
    paused.put(whose, clock.instant().plus(wait));
    return new TryLater(wait);
  }

  /** {@code Retry-After}: seconds or a moment, a second at least. */
  private Optional<Duration> asked(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .flatMap(this::wait)
        .map(wait -> wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait)
        .map(wait -> wait.isPositive() ? wait : Duration.ofSeconds(1));
  }

  private Optional<Duration> wait(String text) {
    try {
      return Optional.of(
          text.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  clock.instant(),
                  ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** Fails where an address is none that we may send to. */
  void check(URI endpoint) throws IOException {
    if (!allowed.inside()) {
      PublicAddress.require(endpoint.getHost());
    }
  }
}
