package org.talblatt.desk.ways;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.talblatt.base.Failure;
import org.talblatt.desk.Delivered;
import org.talblatt.desk.DeliveryRequest;
import org.talblatt.identity.Token;
import org.talblatt.platform.http.UnreadBody;
import org.talblatt.platform.text.Messages;
import org.talblatt.wire.Ingested;
import org.talblatt.wire.Refusal;

/**
 * Where providers deliver by themselves, each with a key of its own: as a bearer token, as the
 * password of any user (many agencies' systems know nothing else), or in a header.
 */
@RestController
class PushApi {
  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

  private final WayKeys keys;
  private final WayHealths healths;
  private final PushTurns turns;
  private final Intake intake;
  private final Clock clock;

  PushApi(WayKeys keys, WayHealths healths, PushTurns turns, Intake intake, Clock clock) {
    this.keys = keys;
    this.healths = healths;
    this.turns = turns;
    this.intake = intake;
    this.clock = clock;
  }

  /**
   * What became of a file.
   *
   * @param problem why some of it was refused; null where nothing was
   */
  record Receipt(List<Item> items, @Nullable String problem) {}

  /** One of its items, and what its arrival changed. */
  record Item(String guid, long version, String outcome) {}

  /** Takes a file in: the body itself, whatever its content type. */
  @Operation(description = "A provider's own way in, with the provider's key as bearer token.")
  @PostMapping("/api/v1/deliveries/{provider:[a-z0-9][a-z0-9._-]{0,39}}")
  ResponseEntity<Receipt> deliver(
      @PathVariable String provider,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String shown,
      @RequestHeader(name = "X-Talblatt-Key", required = false) @Nullable String header,
      HttpServletRequest request)
      throws IOException, InterruptedException {
    String key = header == null ? key(shown) : header.strip();
    if (key.isEmpty() || !keys.open(provider, Token.hash(key), clock.instant())) {
      UnreadBody.skip(request);
      throw Failure.of(Failure.Kind.LOGIN_REQUIRED, "ways.key-unknown");
    }
    Delivered delivered =
        turns.take(provider, () -> intake.take(DeliveryRequest.content(request), "HTTP", provider));
    Refusal refusal = delivered.refusal();
    healths.came(
        provider,
        WayKind.PUSH,
        refusal == null ? null : FeedWay.trouble(refusal).words(),
        clock.instant());
    if (refusal != null && delivered.items().isEmpty()) {
      throw Failure.of(Failure.Kind.INVALID, refusal.key(), refusal.arguments().toArray());
    }
    return receipt(delivered, refusal);
  }

  private static ResponseEntity<Receipt> receipt(Delivered delivered, @Nullable Refusal refusal) {
    List<Item> items = delivered.items().stream().map(PushApi::item).toList();
    boolean news =
        delivered.items().stream().anyMatch(item -> item.outcome() == Ingested.Outcome.NEW);
    return ResponseEntity.status(news ? 201 : 200)
        .cacheControl(CacheControl.noStore())
        .body(new Receipt(items, refusal == null ? null : refusal.in(Messages.of("en"))));
  }

  private static Item item(Delivered.Item item) {
    return new Item(
        item.entry().guid(),
        item.entry().version(),
        item.outcome().name().toLowerCase(Locale.ROOT));
  }

  private static String key(@Nullable String shown) {
    if (shown == null) {
      return "";
    }
    String lower = shown.toLowerCase(Locale.ROOT);
    if (lower.startsWith(BEARER)) {
      return shown.substring(BEARER.length()).strip();
    }
    if (!lower.startsWith(BASIC)) {
      return "";
    }
    try {
      byte[] both = Base64.getDecoder().decode(shown.substring(BASIC.length()).strip());
      String text = new String(both, StandardCharsets.UTF_8);
      return text.substring(text.indexOf(':') + 1);
    } catch (IllegalArgumentException unreadable) {
      return "";
    }
  }
}
