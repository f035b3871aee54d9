package org.talblatt.identity;

import org.talblatt.base.AccountId;
import org.talblatt.paper.Actor;

/** Logins of others that open an account here; the room that keeps them is a bean of this. */
public interface LinkedLogins {
  /** From now on none of them opens the account; the owner is told of each. */
  void dropAll(AccountId account, Actor by);
}
