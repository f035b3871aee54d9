package org.talblatt.identity;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.paper.Actor;

/**
 * How a new paper gets its first administrator: whoever can read the program's console knows a
 * code, and nobody else does. It is good once and only while there is no administrator.
 */
@Component
public class FirstAdministrator {
  /** Crockford's 32: no letter that is easily mistaken for a digit. */
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int GROUPS = 8;
  private static final int IN_GROUP = 4;

  private final JdbcClient db;
  private final Registration registration;
  private final SecureRandom random;

  FirstAdministrator(JdbcClient db, Registration registration, SecureRandom random) {
    this.db = db;
    this.registration = registration;
    this.random = random;
  }

  /** Whether there is none yet. */
  public boolean missing() {
    return !db.sql("select exists (select from account_role where role = 'administrator')")
        .query(Boolean.class)
        .single();
  }

  /** A new code of 160 bits, to be shown on the console; empty where nobody needs one. */
  @Transactional
  public Optional<String> code() {
    if (!missing()) {
      return Optional.empty();
    }
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < GROUPS * IN_GROUP; i++) {
      code.append(i > 0 && i % IN_GROUP == 0 ? "-" : "")
          .append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    db.sql("insert into setup_code (hash) values (?)").param(hash(code.toString())).update();
    return Optional.of(code.toString());
  }

  /**
   * Makes the account and uses every code up.
   *
   * @throws Failure where the code is wrong or used, or name or mail address are taken
   */
  @Transactional
  public AccountId appoint(String code, NewAccount account, Actor by) {
    boolean right = db.sql("delete from setup_code where hash = ?").param(hash(code)).update() == 1;
    if (!right || !missing()) {
      throw Failure.invalid("code", "identity.setup-code-wrong");
    }
    db.sql("delete from setup_code").update();
    return registration.create(account, Rights.of(Set.of(Role.ADMINISTRATOR)), by);
  }

  /** However it is typed: with or without hyphens, small letters, O for 0, I or L for 1. */
  private static byte[] hash(String typed) {
    return Token.hash(
        typed
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1')
            .replaceAll("[^0-9A-Z]", ""));
  }
}
