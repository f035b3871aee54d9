package org.talblatt.identity;

import org.talblatt.base.AccountId;

/** The second factor that is asked at each login: a code from a device, or a recovery code. */
public interface CodeFactor extends SecondFactor {
  /**
   * Uses a code up.
   *
   * @param typed whatever was typed
   * @return false where it is wrong, of another time, or was used before
   */
  boolean use(AccountId account, String typed);
}
