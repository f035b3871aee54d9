package org.talblatt.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.talblatt.base.Failure;
import org.talblatt.platform.Settings;
import org.talblatt.platform.http.ClientAddress;

/**
 * Limits on everything that writes, per account and per address block. Kept in this node's memory,
 * so that a comment costs no row more.
 */
@Component
class WriteLimits implements HandlerInterceptor {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Pattern TALK =
      Pattern.compile(".*/(kommentare|antworten|comments|melden|reports)");
  private static final String ELSEWHERE = "/api/v1/embed/token";
  private static final Duration FORGOTTEN = Duration.ofMinutes(10);
  private static final int MOST_BUCKETS = 100_000;

  /** This many at once, and as many again in a minute. */
  private record Rate(int perMinute) {
    Bucket bucket() {
      return Bucket.builder()
          .addLimit(
              limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
          .build();
    }
  }

  /**
   * @param elsewhere what pages of other houses ask for who reads there: each view may, and a
   *     carrier's customers share a block
   */
  private record Rates(Rate talk, Rate account, Rate nobody, Rate elsewhere, Rate block) {
    static final Rates USUAL =
        new Rates(new Rate(8), new Rate(90), new Rate(60), new Rate(600), new Rate(900));

    /** Twenty comments a second from one account, and whatever a measurement needs. */
    static final Rates DEMO =
        new Rates(
            new Rate(60_000),
            new Rate(120_000),
            new Rate(60_000),
            new Rate(60_000),
            new Rate(1_000_000));
  }

  private final ClientAddress addresses;
  private final Rates rates;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().expireAfterAccess(FORGOTTEN).maximumSize(MOST_BUCKETS).build();

  WriteLimits(ClientAddress addresses, Settings settings) {
    this.addresses = addresses;
    this.rates = settings.demo() ? Rates.DEMO : Rates.USUAL;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (SAFE.contains(request.getMethod())) {
      return true;
    }
    String block = addresses.block(request);
    take(request, "block " + block, rates.block());
    Optional<Reader> reader = ReaderAuthentication.current();
    if (reader.isEmpty()) {
      if (request.getRequestURI().equals(ELSEWHERE)) {
        take(request, "elsewhere " + block, rates.elsewhere());
      } else {
        take(request, "nobody " + block, rates.nobody());
      }
      return true;
    }
    take(request, "account " + reader.get().account(), rates.account());
    if (request.getMethod().equals("POST") && TALK.matcher(request.getRequestURI()).matches()) {
      take(request, "talk " + reader.get().account(), rates.talk());
    }
    return true;
  }

  private void take(HttpServletRequest request, String who, Rate rate) {
    Bucket bucket = buckets.get(who, key -> rate.bucket());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
      throw TooSoon.forPerson(request)
          ? new TooSoon.WithForm(request, wait)
          : Failure.tooMany(wait);
    }
  }
}
