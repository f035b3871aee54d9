package org.talblatt.identity;

import org.talblatt.base.AccountId;

/** The stored person. */
record Account(
    AccountId id, String name, String email, String passwordHash, State state, String language) {

  enum State {
    UNCONFIRMED,
    ACTIVE,
    SUSPENDED,
    BANNED,
    LEAVING,
    CLOSED;

    /** Whether somebody who knows the password gets in. */
    boolean admits() {
      return this == ACTIVE || this == SUSPENDED;
    }
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
