package org.talblatt.identity.oidc;

import java.util.Optional;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Whence;

/**
 * A login with a provider under way in one browser.
 *
 * @param adding who wants to add the provider's login to the account, and in which session; empty
 *     where somebody logs in
 * @param proven whom the provider proved, where no account of ours is linked to them yet
 */
record Pending(String provider, Whence whence, Optional<Adding> adding, Optional<Proven> proven) {

  /**
   * A reader who adds a login.
   *
   * @param session the session's hash in hexadecimal digits
   */
  record Adding(AccountId account, String session) {}
}
