package org.talblatt.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * In which order a discussion has to be read, worked out from its data alone and by other means
 * than the program's own: recursion instead of a stack, the roots of a quadratic equation instead
 * of the closed formula.
 */
final class ExpectedOrder {
  private static final double Z = 1.96;

  private final Map<Integer, Omp.Post> posts = new TreeMap<>();
  private final Map<Integer, List<Integer>> answers = new HashMap<>();
  private final List<Integer> roots = new ArrayList<>();

  /** Numbers follow the order given. */
  ExpectedOrder(List<Omp.Post> inTime) {
    Map<Long, Integer> numbers = new HashMap<>();
    for (Omp.Post post : inTime) {
      int number = numbers.size() + 1;
      numbers.put(post.id(), number);
      posts.put(number, post);
      Integer parent = post.parent() == null ? null : numbers.get(post.parent());
      if (parent == null) {
        roots.add(number);
      } else {
        answers.computeIfAbsent(parent, p -> new ArrayList<>()).add(number);
      }
    }
  }

  Omp.Post post(int number) {
    Omp.Post post = posts.get(number);
    if (post == null) {
      throw new IllegalArgumentException("no comment " + number);
    }
    return post;
  }

  /** Which comment a comment answers; null for a root. */
  @Nullable Integer parent(int number) {
    return answers.entrySet().stream()
        .filter(entry -> entry.getValue().contains(number))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  List<Integer> newest() {
    return walk(Comparator.reverseOrder());
  }

  List<Integer> oldest() {
    return walk(Comparator.naturalOrder());
  }

  List<Integer> best() {
    return walk(
        Comparator.<Integer>comparingDouble(root -> -lowerBound(post(root)))
            .thenComparing(Comparator.reverseOrder()));
  }

  List<Integer> discussed() {
    return walk(
        Comparator.<Integer>comparingInt(root -> -branch(root).size())
            .thenComparing(Comparator.reverseOrder()));
  }

  private List<Integer> walk(Comparator<Integer> order) {
    return roots.stream()
        .filter(root -> !branch(root).isEmpty())
        .sorted(order)
        .flatMap(root -> branch(root).stream())
        .toList();
  }

  /** What is to be seen of a branch: a removed comment only where something below it is. */
  private List<Integer> branch(int number) {
    List<Integer> below = new ArrayList<>();
    for (int answer : answers.getOrDefault(number, List.of())) {
      below.addAll(branch(answer));
    }
    if (below.isEmpty() && post(number).removed()) {
      return List.of();
    }
    below.addFirst(number);
    return below;
  }

  /** The Wilson interval's ends are where (share - p)² = z² p (1 - p) / n: the smaller root p. */
  private static double lowerBound(Omp.Post post) {
    double votes = post.up() + post.down();
    if (votes == 0) {
      return 0;
    }
    double share = post.up() / votes;
    double a = 1 + Z * Z / votes;
    double b = -2 * share - Z * Z / votes;
    double c = share * share;
    return (-b - Math.sqrt(Math.max(0, b * b - 4 * a * c))) / (2 * a);
  }
}
