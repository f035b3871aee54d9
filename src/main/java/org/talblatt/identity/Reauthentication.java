package org.talblatt.identity;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Before something that an open browser alone may not do (another mail address, a factor removed,
 * an account closed) its reader shows once more who they are.
 */
@Component
public class Reauthentication {
  /** So long a proof stays fresh. */
  private static final Duration FRESH = Duration.ofMinutes(15);

  private final Clock clock;
  private final SecondFactors factors;

  Reauthentication(Clock clock, SecondFactors factors) {
    this.clock = clock;
    this.factors = factors;
  }

  /** The proof is too old or too weak; leads to where it is renewed and back. */
  static final class Due extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String back;
    private final boolean secondFactor;

    Due(String back, boolean secondFactor) {
      super("proof due", null, false, false);
      this.back = back;
      this.secondFactor = secondFactor;
    }

    /** Whether the second factor is due; the password again would not do. */
    boolean secondFactor() {
      return secondFactor;
    }

    String back() {
      return back;
    }
  }

  /**
   * Goes on where the reader's last proof is at most 15 minutes old, and for staff who have a
   * second factor was made with it: who came in by a password or a mailed link alone must not give
   * themselves a factor in place of the one that is missing. Else the request ends: a person is led
   * to {@code /konto/bestaetigen} and from there to {@code back}, a program gets 403 of type {@code
   * …/reauthentication-required}. Call it where the form is shown and where it is sent.
   *
   * @param back a path that shows the form
   */
  public void require(Reader reader, String back) {
    boolean weak = reader.staff() && !reader.twoFactors() && factors.has(reader.account());
    if (weak || !fresh(reader)) {
      throw new Due(BackPath.of(back), weak);
    }
  }

  /** Whether the reader's proof is still fresh. */
  public boolean fresh(Reader reader) {
    return !reader.provedAt().isBefore(clock.instant().minus(FRESH));
  }
}
