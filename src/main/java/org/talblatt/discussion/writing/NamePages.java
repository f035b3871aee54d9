package org.talblatt.discussion.writing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;

/**
 * Names to choose from behind an {@code @}. For readers only, and not in any number: it is no list
 * of who reads the paper.
 */
@Controller
class NamePages {
  /** One each quarter of a second for twenty seconds, then two a second. */
  private static final int AT_ONCE = 80;

  private static final int PER_MINUTE = 120;

  private final Names names;
  private final Cache<AccountId, Bucket> buckets =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(10)).maximumSize(50_000).build();

  NamePages(Names names) {
    this.names = names;
  }

  record Found(List<String> names) {}

  @GetMapping("/artikel/{article:[1-9][0-9]{0,17}}/namen")
  ResponseEntity<Found> names(
      @PathVariable long article, @RequestParam(defaultValue = "") String anfang, Reader reader) {
    slowDown(reader);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore().cachePrivate())
        .body(
            new Found(
                names.beginningWith(anfang.strip(), reader.account(), new ArticleId(article))));
  }

  private void slowDown(Reader reader) {
    Bucket bucket =
        buckets.get(
            reader.account(),
            key ->
                Bucket.builder()
                    .addLimit(
                        limit ->
                            limit.capacity(AT_ONCE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
                    .build());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Failure.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
    }
  }
}
