package org.talblatt.identity;

import java.time.Instant;

/**
 * That a session's person showed who they are.
 *
 * @param factors 1, or 2 where a code came on top or a passkey counts as both
 * @param at when last
 */
public record Proved(Proof proof, int factors, Instant at) {
  /** For who acts without a session: the demo, imports, tests of doors. */
  static final Proved NEVER = new Proved(Proof.PASSWORD, 1, Instant.EPOCH);

  /** How many factors this way of showing it is worth alone. */
  static int factors(Proof proof) {
    return proof == Proof.PASSKEY ? 2 : 1;
  }
}
