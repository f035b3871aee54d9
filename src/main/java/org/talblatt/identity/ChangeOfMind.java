package org.talblatt.identity;

import org.talblatt.base.AccountId;

/**
 * Lets who is leaving stay, while there is time. Implemented by the room that does the leaving; who
 * logs in to a leaving account is asked, and gets in only by staying.
 */
public interface ChangeOfMind {
  /** Whether there still is time. */
  boolean possible(AccountId account);

  /** The account is active again, its texts are back. */
  void stay(AccountId account);
}
