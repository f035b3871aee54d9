package org.talblatt.identity.guard;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talblatt.platform.KeyedHash;
import org.talblatt.platform.Settings;

/**
 * What speaks against an address block (/24, /48) in the last 14 days; older is deleted. A block is
 * kept as a keyed hash.
 */
@Component
public class AbuseSigns {
  /** What is counted, and how much it says: a network of many readers has many of the milder. */
  public enum Sign {
    REGISTRATION(10),
    REFUSED_LOGIN(1),
    /** The field that only robots see was filled. */
    TRAP(25);

    private final int weight;

    Sign(int weight) {
      this.weight = weight;
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Five registrations, fifty refused logins, two traps, or something of each. */
  private static final int SUSPICIOUS = 50;

  private static final int IN_DEMO = 1000;

  private final JdbcClient db;
  private final KeyedHash hash;
  private final int enough;

  AbuseSigns(JdbcClient db, KeyedHash hash, Settings settings) {
    this.db = db;
    this.hash = hash;
    this.enough = SUSPICIOUS * (settings.demo() ? IN_DEMO : 1);
  }

  /** Counts one. */
  public void note(Sign sign, String block) {
    db.sql(
            """
            insert into abuse_sign as s (block, sign) values (?, ?)
            on conflict (block, sign, day) do update set times = s.times + 1
            """)
        .params(key(block), sign.word())
        .update();
  }

  /** Whether enough speaks against a block to ask its people for a little work. */
  public boolean suspicious(String block) {
    return db.sql(
                """
                select coalesce(sum(times * case sign
                  when 'registration' then :registration
                  when 'refused-login' then :login
                  else :trap end), 0)
                from abuse_sign where block = :block and day > current_date - 14
                """)
            .param("registration", Sign.REGISTRATION.weight)
            .param("login", Sign.REFUSED_LOGIN.weight)
            .param("trap", Sign.TRAP.weight)
            .param("block", key(block))
            .query(Long.class)
            .single()
        >= enough;
  }

  /** Forgets what is older than 14 days. */
  public int dropOld() {
    return db.sql("delete from abuse_sign where day <= current_date - 14").update();
  }

  private byte[] key(String block) {
    return hash.of("abuse-sign", block);
  }
}
