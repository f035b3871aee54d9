package org.talblatt.discussion.rating;

import java.time.Duration;

/**
 * What makes a ring of a crowd. Rather miss one than suspect people: a moderator judges what is
 * found, but ordinary readers should not even be looked at.
 *
 * @param within two votes go together when at most so much time lies between them: one person
 *     changing accounts needs a minute or two for each
 * @param accounts so many at least; two are a couple
 * @param targets so many comments that all rated the same way; a popular comment, or three, many
 *     rate in the same minutes
 * @param share of all that each of two voted under the same articles, so much is in common: who
 *     reads for themselves also rates what the other does not
 * @param occasions articles or days, for a group that is not large: a family at one table may agree
 *     once
 * @param large from so many accounts on, one occasion is enough
 */
record Measure(Duration within, int accounts, int targets, double share, int occasions, int large) {

  /** From one address block. */
  static final Measure ONE_BLOCK = new Measure(Duration.ofMinutes(15), 3, 6, 0.8, 2, 5);

  /** From anywhere, so that agreement has to be implausible by itself. */
  static final Measure ANYWHERE =
      new Measure(Duration.ofMinutes(10), 4, 12, 0.9, 3, Integer.MAX_VALUE);
}
