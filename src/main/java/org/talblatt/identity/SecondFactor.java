package org.talblatt.identity;

import org.talblatt.base.AccountId;

/** A kind of second factor; each room that keeps one is a bean of this. */
public interface SecondFactor {
  /** Whether the account has one of this kind, set up and confirmed. */
  boolean on(AccountId account);

  /**
   * Takes everything of this kind from the account, for who has lost it; the caller ends its
   * sessions and writes it down.
   */
  void drop(AccountId account);

  /** Whether this kind lets its owner in without anything else. */
  default boolean opensAlone() {
    return false;
  }
}
