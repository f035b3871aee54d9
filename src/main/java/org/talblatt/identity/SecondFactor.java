package org.talblatt.identity;

import org.talblatt.base.AccountId;

/** A kind of second factor; each room that keeps one is a bean of this. */
public interface SecondFactor {
  /** Whether the account has one of this kind, set up and confirmed. */
  boolean on(AccountId account);
}
