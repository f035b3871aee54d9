package org.talblatt.discussion;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answers whom in a thread, and how long each text is, as readers saw it at one of its changes.
 */
final class Shape {
  private final Threads.Counters counters;
  private final List<Branches.Node> nodes;
  private final int[] numbers;
  private volatile @Nullable Paging newest;
  private volatile @Nullable Paging oldest;

  Shape(Threads.Counters counters, List<Branches.Node> nodes) {
    this.counters = counters;
    this.nodes = nodes;
    this.numbers = nodes.stream().mapToInt(Branches.Node::number).sorted().toArray();
  }

  int size() {
    return nodes.size();
  }

  /** Whether it was read at this change of its thread. */
  boolean at(Threads.Counters change) {
    return counters.equals(change);
  }

  boolean shows(int number) {
    return Arrays.binarySearch(numbers, number) >= 0;
  }

  /** In an order that votes change, with the votes as they were when it was read. */
  Paging ranked(ThreadOrder order) {
    return Paging.of(Branches.inOrder(nodes, order));
  }

  /** In an order that only what is written changes; worked out once. */
  Paging written(ThreadOrder order) {
    boolean forwards = order == ThreadOrder.OLDEST;
    Paging known = forwards ? oldest : newest;
    if (known == null) {
      known = Paging.of(Branches.inOrder(nodes, order));
      if (forwards) {
        oldest = known;
      } else {
        newest = known;
      }
    }
    return known;
  }

  /** What others do not hold, oldest first. */
  Paging beside(Paging others) {
    int[] known = others.numbers().clone();
    Arrays.sort(known);
    return Paging.of(
        nodes.stream()
            .filter(node -> Arrays.binarySearch(known, node.number()) < 0)
            .sorted(java.util.Comparator.comparingInt(Branches.Node::number))
            .toList());
  }
}
