package org.talblatt;

import java.io.Console;
import java.util.Optional;

/** How far a long work is, in one line of the terminal; nothing where the output is no terminal. */
final class Progress implements AutoCloseable {
  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final int WIDTH = 30;

  private final boolean terminal =
      Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  private final String what;
  private final long whole;
  private boolean shown;

  /**
   * @param what is counted, in the plural
   * @param whole how much there is to do
   */
  Progress(String what, long whole) {
    this.what = what;
    this.whole = whole;
  }

  /** So much of the whole is done, and so many were counted. */
  void show(long done, long count) {
    if (!terminal) {
      return;
    }
    int part = whole == 0 ? WIDTH : (int) Math.min(WIDTH, done * WIDTH / whole);
    System.err.print(CLEAR_LINE);
    System.err.printf(
        "[%s%s] %d %%, %,d %s",
        "#".repeat(part),
        " ".repeat(WIDTH - part),
        whole == 0 ? 100 : Math.min(100, done * 100 / whole),
        count,
        what);
    shown = true;
  }

  /** A line that stays, in place of what was shown. */
  void say(String line) {
    clear();
    System.out.println(line);
  }

  @Override
  public void close() {
    clear();
  }

  private void clear() {
    if (shown) {
      System.err.print(CLEAR_LINE);
      shown = false;
    }
  }
}
