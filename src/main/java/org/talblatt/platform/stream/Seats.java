package org.talblatt.platform.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How many may listen at once, in all and from one block of addresses, so that neither a crowd nor
 * one network takes the memory that pages need.
 */
final class Seats {
  private final int most;
  private final int mostOfBlock;
  private final AtomicInteger taken = new AtomicInteger();
  private final Map<String, Integer> byBlock = new ConcurrentHashMap<>();

  /**
   * @param most in all
   * @param mostOfBlock from one block of addresses
   */
  Seats(int most, int mostOfBlock) {
    this.most = most;
    this.mostOfBlock = mostOfBlock;
  }

  /**
   * Takes a seat.
   *
   * @param block where the listener comes from; null where that says nothing
   * @return gives the seat back, once; null where there is none left
   */
  @Nullable Runnable take(@Nullable String block) {
    if (taken.incrementAndGet() > most) {
      taken.decrementAndGet();
      return null;
    }
    if (block != null && byBlock.merge(block, 1, Integer::sum) > mostOfBlock) {
      release(block);
      return null;
    }
    return () -> release(block);
  }

  int taken() {
    return taken.get();
  }

  int most() {
    return most;
  }

  /** How many blocks are remembered; none outlives its listeners. */
  int blocks() {
    return byBlock.size();
  }

  private void release(@Nullable String block) {
    taken.decrementAndGet();
    if (block != null) {
      byBlock.computeIfPresent(block, (b, count) -> count == 1 ? null : count - 1);
    }
  }
}
