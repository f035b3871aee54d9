package org.talblatt.identity;

import java.time.Duration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.stereotype.Component;
import org.talblatt.platform.Settings;

/**
 * Who works for the paper shows two factors for it. A new member has a day to set one up; the
 * demo's accounts, whose password everybody can read, are exempt.
 */
@Component
class StaffFactors {
  private static final Duration GRACE = Duration.ofDays(1);

  private final Accounts accounts;
  private final SecondFactors factors;
  private final boolean demo;

  StaffFactors(Accounts accounts, SecondFactors factors, Settings settings) {
    this.accounts = accounts;
    this.factors = factors;
    this.demo = settings.demo();
  }

  /** A refusal that says what would help. */
  static final class Due extends AuthorizationDecision {
    private static final long serialVersionUID = 1L;
    private final boolean setup;

    Due(boolean setup) {
      super(false);
      this.setup = setup;
    }

    /** Whether they have no second factor yet; else they only have to show it. */
    boolean setup() {
      return setup;
    }
  }

  /** Whether somebody who holds the right may use it now. */
  AuthorizationDecision decide(Reader reader) {
    if (demo || reader.twoFactors()) {
      return new AuthorizationDecision(true);
    }
    if (factors.has(reader.account())) {
      return new Due(false);
    }
    return accounts.staffFor(reader.account(), GRACE)
        ? new Due(true)
        : new AuthorizationDecision(true);
  }
}
