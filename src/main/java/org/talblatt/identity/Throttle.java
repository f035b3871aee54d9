package org.talblatt.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.talblatt.base.Failure;
import org.talblatt.platform.Settings;

/**
 * Limits on getting in and on mails, counted for all nodes together in the database: each try fills
 * a bucket that leaks. What is counted is a keyed hash, so that nobody's address is stored.
 */
@Component
public class Throttle {
  /** What is limited: this many at once, then one more each time this long has passed. */
  public enum Limit {
    /** Tries at one login from one address block: guessing is slow, nobody else is locked out. */
    LOGIN(10, Duration.ofSeconds(30)),
    LOGIN_BLOCK(60, Duration.ofSeconds(5)),
    /** Questions for a passkey: every login page asks one, more where it stays open. */
    PASSKEY_BLOCK(120, Duration.ofSeconds(3)),
    REGISTRATION_BLOCK(20, Duration.ofMinutes(3)),
    /** Logins begun with another provider: each asks that provider. */
    PROVIDER_BLOCK(30, Duration.ofSeconds(10)),
    /** Mails to one address, whoever asks for them. */
    MAIL(4, Duration.ofMinutes(10)),
    MAIL_BLOCK(20, Duration.ofMinutes(3)),
    /** Other spellings of the own name; each makes all pages with it anew. */
    RESPELLING(3, Duration.ofHours(8)),
    /** Own pictures: each takes a second of a core. */
    PICTURE(10, Duration.ofMinutes(6)),
    /** Talks begun under pages of other houses. */
    FOREIGN_PAGE(20, Duration.ofMinutes(3)),
    /** Texts kept at the login wall: 200 in a day, as long as each is kept. */
    KEPT_TEXT(200, Duration.ofDays(1).dividedBy(200));

    private final int most;
    private final Duration leak;

    Limit(int most, Duration leak) {
      this.most = most;
      this.leak = leak;
    }
  }

  private static final int IN_DEMO = 1000;

  private final JdbcClient db;
  private final int factor;
  private final SingletonSupplier<byte[]> secret;

  Throttle(JdbcClient db, Settings settings) {
    this.db = db;
    this.factor = settings.demo() ? IN_DEMO : 1;
    this.secret =
        SingletonSupplier.of(
            () -> db.sql("select secret from throttle_secret").query(byte[].class).single());
  }

  private record State(boolean admitted, double level) {}

  /**
   * Counts a try.
   *
   * @throws Failure where there were too many, saying when to try again; a refused try counts not
   */
  public void count(Limit limit, String who) {
    double leak = (double) limit.leak.toMillis() / 1000 / factor;
    int most = limit.most * factor;
    State state =
        db.sql(
                """
                insert into throttle as t (key, level, admitted, at)
                values (:key, 1, true, now())
                on conflict (key) do update
                set admitted = greatest(0, t.level - extract(epoch from now() - t.at) / :leak)
                      + 1 <= :most,
                  level = greatest(0, t.level - extract(epoch from now() - t.at) / :leak)
                    + case when greatest(0, t.level - extract(epoch from now() - t.at) / :leak)
                        + 1 <= :most then 1 else 0 end,
                  at = now()
                returning admitted, level
                """)
            .param("key", key(limit, who))
            .param("leak", leak)
            .param("most", most)
            .query((row, n) -> new State(row.getBoolean(1), row.getDouble(2)))
            .single();
    if (!state.admitted()) {
      double wait = (state.level() + 1 - most) * leak;
      throw Failure.tooMany(Duration.ofSeconds((long) Math.ceil(Math.max(1, wait))));
    }
  }

  /** Takes a try back: it was the right person. */
  public void forgive(Limit limit, String who) {
    db.sql("update throttle set level = greatest(0, level - 1) where key = ?")
        .param(key(limit, who))
        .update();
  }

  /** Every bucket has long run empty. */
  int dropEnded() {
    return db.sql("delete from throttle where at < now() - interval '1 day'").update();
  }

  private byte[] key(Limit limit, String who) {
    return key(limit.name(), who);
  }

  /** A keyed hash of what is counted and of whom. */
  byte[] key(String what, String who) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.obtain(), "HmacSHA256"));
      return mac.doFinal((what + "\n" + who).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
