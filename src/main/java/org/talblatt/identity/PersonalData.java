package org.talblatt.identity;

import java.util.Set;
import org.talblatt.base.AccountId;

/**
 * What a feature holds on people. Every feature that stores something on an account is a bean of
 * this type; a test walks the database's columns and fails for one that nobody claims.
 *
 * <p>Who leaves is hidden at once, and erased a day later: first {@link #keepFirst} of all
 * features, then {@link #erase} of all. Each call of hide, show and erase runs in a transaction of
 * its own and does at most some hundred rows, so that nobody waits for a lock: it is called until
 * there is nothing left to do. All of them may begin anew where a node died in the middle.
 */
public interface PersonalData {
  /** The columns that hold an account or a mail address, as {@code comment.author}. */
  Set<String> columns();

  /** Writes down everything held on this account. */
  void export(AccountId account, PersonalArchive into);

  /**
   * Puts aside what an open notice, complaint or order still needs, before anybody erases; what was
   * put aside by an earlier call stays as it is.
   */
  default void keepFirst(Leaver leaver) {}

  /**
   * Hides a piece of what others see of somebody who has just left.
   *
   * @return whether something was done and there may be more
   */
  default boolean hide(Leaver leaver) {
    return false;
  }

  /** Shows a piece again: they have changed their mind. As {@link #hide}. */
  default boolean show(AccountId account) {
    return false;
  }

  /** Erases a piece for good, everything by what comes after it. As {@link #hide}. */
  boolean erase(Leaver leaver);
}
