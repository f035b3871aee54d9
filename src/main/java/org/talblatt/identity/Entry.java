package org.talblatt.identity;

import org.talblatt.base.AccountId;

/** Somebody on the way in: whose account, how far proved, and where they want to go. */
record Entry(AccountId account, Proof proof, int factors, Goal goal) {
  /** The same after the second step. */
  Entry withCode() {
    return new Entry(account, proof, 2, goal);
  }
}
