package org.talblatt.discussion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  Threads.Counters counters() {
    return counters;
  }

  /** The same with more comments, at a later change. */
  Shape with(List<Branches.Node> fresh, Threads.Counters later) {
    List<Branches.Node> all = new ArrayList<>(nodes);
    all.addAll(fresh);
    return new Shape(later, all);
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

  /**
   * Where one goes on behind a comment that readers can't see any more, in an order that only what
   * is written changes.
   *
   * @param path the comment and all that it answers, the root first
   * @return the place (from 0) in that order of what would follow it
   */
  int behind(List<Integer> path, ThreadOrder order) {
    Paging paging = written(order);
    for (int i = path.size() - 2; i >= 0; i--) {
      int seen = paging.indexOf(path.get(i));
      if (seen >= 0) {
        return behindAnswer(paging, seen, path.get(i + 1));
      }
    }
    return behindRoot(paging, path.getFirst(), order);
  }

  /** Behind all that stands under the same comment and is older. */
  private int behindAnswer(Paging paging, int parent, int vanished) {
    Map<Integer, Integer> parents = new HashMap<>();
    for (Branches.Node node : nodes) {
      Integer replyTo = node.replyTo();
      parents.put(node.number(), replyTo == null ? 0 : replyTo);
    }
    int[] read = paging.numbers();
    int at = parent + 1;
    while (at < read.length) {
      int branch = read[at];
      while (branch != 0 && parents.getOrDefault(branch, 0) != read[parent]) {
        branch = parents.getOrDefault(branch, 0);
      }
      if (branch == 0 || branch > vanished) {
        return at;
      }
      at++;
    }
    return at;
  }

  private int behindRoot(Paging paging, int vanished, ThreadOrder order) {
    Set<Integer> roots =
        nodes.stream()
            .filter(node -> node.replyTo() == null)
            .map(Branches.Node::number)
            .filter(root -> order == ThreadOrder.OLDEST ? root > vanished : root < vanished)
            .collect(Collectors.toSet());
    int[] read = paging.numbers();
    return IntStream.range(0, read.length)
        .filter(at -> roots.contains(read[at]))
        .findFirst()
        .orElse(read.length);
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
