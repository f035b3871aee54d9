package org.talblatt.identity;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.Failure;
import org.talblatt.platform.Settings;

/**
 * Tries at a secret, counted for all nodes together: a few are free, then each waits twice as long
 * as the one before, up to a quarter of an hour. What has failed is forgotten bit by bit.
 */
@Component
public class Tries {
  private static final int IN_DEMO = 1000;
  private static final double FORGOTTEN_SECONDS = 600;
  private static final double FIRST_WAIT = 15;
  private static final double LONGEST_WAIT = 900;

  private final JdbcClient db;
  private final Throttle keys;
  private final int factor;

  Tries(JdbcClient db, Throttle keys, Settings settings) {
    this.db = db;
    this.keys = keys;
    this.factor = settings.demo() ? IN_DEMO : 1;
  }

  private record State(double level, double seconds) {}

  /**
   * Counts a try before it is made; {@link #forgive} takes it back where it was right.
   *
   * @param what kind of try, one word
   * @param who at whose secret, and from where
   * @param free so many fail without a wait
   * @return how many have failed lately, this one included
   * @throws Failure where it is too early for the next one; that try counts not
   */
  @Transactional
  public int count(String what, String who, int free) {
    byte[] key = keys.key("tries " + what, who);
    State state = locked(key);
    if (state.seconds() > 0) {
      throw Failure.tooMany(Duration.ofSeconds((long) Math.ceil(state.seconds())));
    }
    double level = state.level() + 1;
    double over = Math.round(level) - (double) free * factor;
    double wait = over < 0 ? 0 : Math.min(FIRST_WAIT * Math.pow(2, over), LONGEST_WAIT);
    db.sql(
            """
            update throttle set level = :level, at = now(), until = now() + :wait * interval '1 second'
            where key = :key
            """)
        .param("level", level)
        .param("wait", wait)
        .param("key", key)
        .update();
    return (int) Math.ceil(level / factor);
  }

  /** How many have failed lately. */
  int failed(String what, String who) {
    return db.sql(
            """
            select ceil(greatest(0, level - extract(epoch from now() - at) / ?) / ?)::int
            from throttle where key = ?
            """)
        .params(FORGOTTEN_SECONDS, (double) factor, keys.key("tries " + what, who))
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /** Takes a try back: it was the right person. */
  @Transactional
  public void forgive(String what, String who) {
    db.sql("update throttle set level = greatest(0, level - 1), until = '-infinity' where key = ?")
        .param(keys.key("tries " + what, who))
        .update();
  }

  private State locked(byte[] key) {
    db.sql(
            """
            insert into throttle (key, level, admitted, at) values (?, 0, true, now())
            on conflict (key) do nothing
            """)
        .param(key)
        .update();
    return db.sql(
            """
            select greatest(0, level - extract(epoch from now() - at) / ?),
              extract(epoch from greatest(until, now()) - now())
            from throttle where key = ? for update
            """)
        .params(FORGOTTEN_SECONDS, key)
        .query((row, n) -> new State(row.getDouble(1), row.getDouble(2)))
        .single();
  }
}
