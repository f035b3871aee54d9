package org.talblatt.identity;

import org.talblatt.base.AccountId;

/** The stored person. */
public record Account(
    AccountId id, String name, String email, String passwordHash, State state, String language) {

  /** Where the account stands. */
  public enum State {
    ACTIVE,
    /** By an administrator, for safety; whatever moderators decided stays as it is under it. */
    LOCKED,
    SUSPENDED,
    BANNED,
    LEAVING,
    CLOSED
  }

  /** Whether its owner may log in; who is suspended may, to read and to object. */
  boolean admitted() {
    return state == State.ACTIVE || state == State.SUSPENDED;
  }

  boolean hasPassword() {
    return !passwordHash.startsWith(Passwords.NONE);
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
