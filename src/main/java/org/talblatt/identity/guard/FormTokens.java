package org.talblatt.identity.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talblatt.platform.KeyedHash;
import org.talblatt.platform.Settings;

/**
 * What a registration form carries to show that it is ours and since when it is open: seconds, a
 * nonce and a signature. Nothing is stored, and no cookie is set, until it was sent with success.
 */
@Component
public class FormTokens {
  /** Nobody reads and types faster. */
  static final Duration SHORTEST = Duration.ofSeconds(3);

  static final Duration LONGEST = Duration.ofMinutes(30);

  /** One that has less time left is replaced when the form is shown again. */
  private static final Duration RENEWED = Duration.ofMinutes(15);

  private static final Pattern SHAPE =
      Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{22})");
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int BYTES = 16;

  private final JdbcClient db;
  private final KeyedHash hash;
  private final SecureRandom random;
  private final Clock clock;
  private final Duration shortest;

  FormTokens(JdbcClient db, KeyedHash hash, SecureRandom random, Clock clock, Settings settings) {
    this.db = db;
    this.hash = hash;
    this.random = random;
    this.clock = clock;
    this.shortest = settings.demo() ? Duration.ZERO : SHORTEST;
  }

  /** How it stands with the form that somebody sent. */
  enum Age {
    GOOD,
    /** Faster than anybody types. */
    TOO_YOUNG,
    /** Open for too long, made up, or missing. */
    ENDED
  }

  /** Of a form that is opened now. */
  String issue() {
    return issue(clock.instant());
  }

  /** Of a form that was opened then. */
  public String issue(Instant opened) {
    byte[] nonce = new byte[BYTES];
    random.nextBytes(nonce);
    String signed = opened.getEpochSecond() + "." + BASE64.encodeToString(nonce);
    return signed + "." + signature(signed);
  }

  /** The same where it is good for a while yet, so that the time to type isn't counted anew. */
  String renew(String token) {
    return opened(token)
        .filter(opened -> opened.plus(RENEWED).isAfter(clock.instant()))
        .map(opened -> token)
        .orElseGet(this::issue);
  }

  Age age(String token) {
    Instant now = clock.instant();
    return opened(token)
        .filter(opened -> opened.plus(LONGEST).isAfter(now))
        .map(opened -> opened.plus(shortest).isAfter(now) ? Age.TOO_YOUNG : Age.GOOD)
        .orElse(Age.ENDED);
  }

  /** The middle part, which a puzzle is about. */
  static String nonce(String token) {
    return token.split("\\.", -1)[1];
  }

  /** How a form is named where its use is noted; of none where it came from a program. */
  public byte[] key(String token) {
    return token.isEmpty() ? new byte[0] : hash.of("form", nonce(token));
  }

  /**
   * Uses a form up.
   *
   * @param sent what it was sent with, as far as it tells two registrations apart
   * @return false where it was sent before with the very same: a double click
   */
  public boolean use(String token, String sent) {
    return db.sql(
                """
                insert into used_form as f (form, sent, expires_at)
                values (?, ?, now() + interval '1 hour')
                on conflict (form) do update set sent = excluded.sent where f.sent <> excluded.sent
                """)
            .params(key(token), hash.of("form-sent", sent))
            .update()
        == 1;
  }

  /** Forgets forms that are too old to be sent. */
  public int dropEnded() {
    return db.sql("delete from used_form where expires_at <= now()").update();
  }

  private Optional<Instant> opened(String token) {
    var parts = SHAPE.matcher(token);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String expected = signature(parts.group(1) + "." + parts.group(2));
    boolean ours =
        MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.US_ASCII),
            parts.group(3).getBytes(StandardCharsets.US_ASCII));
    return ours
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(parts.group(1))))
        : Optional.empty();
  }

  private String signature(String signed) {
    return BASE64.encodeToString(Arrays.copyOf(hash.of("form-token", signed), BYTES));
  }
}
