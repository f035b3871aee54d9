package org.talblatt.platform;

import org.jspecify.annotations.Nullable;

/**
 * Why a command can't do what it was asked, in one line for the person at the console. The exit
 * code is for scripts.
 */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Something unexpected went wrong; the log says what. */
  public static final int FAILED = 1;

  /** An option, a setting or a file's name is wrong. */
  public static final int USAGE = 2;

  /** Another process holds the data folder or the port. */
  public static final int BUSY = 3;

  /** The database can't be started or reached, or its data can't be used. */
  public static final int DATABASE = 4;

  /** The work is done, but part of it was refused, or a check found something wrong. */
  public static final int REFUSED = 5;

  private final int exitCode;

  /** Ends the command with this code and this line. */
  public CommandFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** As above, and what caused it. */
  public CommandFailure(int exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** What the process ends with. */
  public int exitCode() {
    return exitCode;
  }
}
