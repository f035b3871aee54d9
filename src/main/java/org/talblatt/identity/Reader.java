package org.talblatt.identity;

import java.time.Instant;
import java.util.Set;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;

/**
 * The person who acts: logged in, with the rights read from the database for this request.
 *
 * @param suspended may read, not write or rate
 * @param proved how and when they showed who they are
 */
public record Reader(
    AccountId account,
    String name,
    String language,
    Set<Role> roles,
    boolean suspended,
    Proved proved) {

  /** Somebody without a session: the demo, imports, tests of doors. */
  public Reader(
      AccountId account, String name, String language, Set<Role> roles, boolean suspended) {
    this(account, name, language, roles, suspended, Proved.NEVER);
  }

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

  /** Whether this session was opened with two factors. */
  public boolean twoFactors() {
    return proved.factors() > 1;
  }

  /** When they last showed who they are. */
  public Instant provedAt() {
    return proved.at();
  }
}
