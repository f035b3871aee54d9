package org.talblatt.discussion;

import java.time.Instant;

/**
 * A thread in an order that votes change, as it stood at one moment.
 *
 * @param number by which addresses name it
 * @param change the thread's change number: what was written or removed since is not in it
 */
record Ranking(long number, long change, Paging paging, Instant madeAt) {}
