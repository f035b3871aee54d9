package org.talblatt.identity;

import java.util.Set;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;

/**
 * The person who acts: logged in, with the rights read from the database for this request.
 *
 * @param suspended may read, not write or rate
 */
public record Reader(
    AccountId account, String name, String language, Set<Role> roles, boolean suspended) {

  /** Whether one of these roles is held; an administrator holds all. */
  public boolean has(Role role) {
    return roles.contains(role) || roles.contains(Role.ADMINISTRATOR);
  }

  /** Refuses who does not hold the role. */
  public void require(Role role) {
    if (!has(role)) {
      throw Failure.forbidden();
    }
  }

  /** Whether they work for the paper. */
  public boolean staff() {
    return !roles.isEmpty();
  }
}
