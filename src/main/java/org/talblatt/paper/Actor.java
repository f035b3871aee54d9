package org.talblatt.paper;

import org.jspecify.annotations.Nullable;
import org.talblatt.base.AccountId;

/**
 * Who changes something, and from where, for the audit log. A handler may ask for one as an
 * argument.
 *
 * @param account null where nobody is logged in: the command line, or the program itself
 * @param origin the block of addresses a request came from, {@code console} or {@code program}
 */
public record Actor(@Nullable AccountId account, String origin) {
  private static final Actor CONSOLE = new Actor(null, "console");
  private static final Actor PROGRAM = new Actor(null, "program");

  /** Where it came from, as the log keeps it for good. */
  String kind() {
    return origin.equals("console") || origin.equals("program") ? origin : "address";
  }

  /** The block of addresses; null for none. */
  @Nullable String block() {
    return kind().equals("address") ? origin : null;
  }

  /** Somebody with an account. */
  public static Actor of(AccountId account, String block) {
    return new Actor(account, block);
  }

  /** Somebody who has none, or doesn't show it. */
  public static Actor nobody(String block) {
    return new Actor(null, block);
  }

  /** Whoever holds the command line. */
  public static Actor console() {
    return CONSOLE;
  }

  /** The program by itself: jobs, rules, the demo. */
  public static Actor program() {
    return PROGRAM;
  }
}
