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
 * @param readFirst whose comments wait for a moderator, until enough were let through
 */
public record Reader(
    AccountId account,
    String name,
    String language,
    Rights rights,
    boolean suspended,
    Proved proved,
    boolean readFirst) {

  /** Somebody without a session, with roles for all sections: the demo, imports, tests of doors. */
  public Reader(
      AccountId account, String name, String language, Set<Role> roles, boolean suspended) {
    this(account, name, language, Rights.of(roles), suspended, Proved.NEVER, false);
  }

  /** Whether the role is held, if only for one section; an administrator holds all. */
  public boolean has(Role role) {
    return rights.has(role);
  }

  /** Whether the role is held for this section. */
  public boolean has(Role role, String section) {
    return rights.has(role, section);
  }

  /** The roles, whatever they are held for. */
  public Set<Role> roles() {
    return rights.roles();
  }

  /** Refuses who does not hold the role. */
  public void require(Role role) {
    if (!has(role)) {
      throw Failure.forbidden();
    }
  }

  /** Refuses who does not hold the role for this section. */
  public void require(Role role, String section) {
    require(role);
    if (!has(role, section)) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "staff.section-not-yours", section);
    }
  }

  /** Refuses who does not hold the role for all sections. */
  public void requireEverywhere(Role role) {
    require(role);
    if (!rights.everywhere(role)) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "staff.all-sections-needed");
    }
  }

  /** The same person where nobody acts for the paper. */
  public Reader withoutRoles() {
    return new Reader(account, name, language, Rights.NONE, suspended, proved, readFirst);
  }

  /** Whether they work for the paper. */
  public boolean staff() {
    return !rights.grants().isEmpty();
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
