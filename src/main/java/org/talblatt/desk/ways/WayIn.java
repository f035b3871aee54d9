package org.talblatt.desk.ways;

import java.io.IOException;

/** Looks at ways of one kind. */
interface WayIn {
  WayKind kind();

  /**
   * Fetches what is new, each file into {@code arrivals}, until there is no more or that is full.
   *
   * @throws WayTrouble where it can't be, in words
   * @throws IOException where the connection breaks
   */
  Look look(Way way, Arrivals arrivals) throws WayTrouble, IOException, InterruptedException;
}
