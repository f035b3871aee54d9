package org.talblatt.identity;

import org.talblatt.base.AccountId;

/** The stored person. */
record Account(
    AccountId id, String name, String email, String passwordHash, State state, String language) {

  enum State {
    ACTIVE,
    SUSPENDED,
    BANNED,
    LEAVING,
    CLOSED
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
