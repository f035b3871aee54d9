package org.talblatt.discussion.rating;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds groups that rate the same comments, the same way, in the same minutes, where not everybody
 * does. Pure.
 */
final class RingFinder {
  private final Measure measure;
  private final List<Cast> casts;
  private final Map<Cast.Target, List<Cast>> byTarget;
  private final Map<Long, List<Cast>> byArticle;

  private RingFinder(List<Cast> casts, Measure measure) {
    this.measure = measure;
    this.casts = casts;
    this.byTarget = casts.stream().collect(Collectors.groupingBy(Cast::target));
    this.byArticle = casts.stream().collect(Collectors.groupingBy(cast -> cast.target().article()));
  }

  /** All rings among these votes, each account in one at most. */
  static List<FoundRing> find(List<Cast> casts, Measure measure) {
    return new RingFinder(casts, measure).rings();
  }

  private List<FoundRing> rings() {
    Map<Long, Set<Long>> links = new Agreements(casts, measure).links();
    return groups(links).stream()
        .map(group -> core(group, links))
        .flatMap(members -> ring(members).stream())
        .toList();
  }

  /** Accounts that hang together, if only over others. */
  private static List<Set<Long>> groups(Map<Long, Set<Long>> links) {
    List<Set<Long>> groups = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (Long start : links.keySet()) {
      if (!seen.add(start)) {
        continue;
      }
      Set<Long> group = new HashSet<>();
      Deque<Long> open = new ArrayDeque<>(List.of(start));
      while (!open.isEmpty()) {
        Long next = open.pop();
        group.add(next);
        links.getOrDefault(next, Set.of()).stream().filter(seen::add).forEach(open::push);
      }
      groups.add(group);
    }
    return groups;
  }

  /** Without those who agree with less than half of the others, the loneliest first. */
  private static Set<Long> core(Set<Long> group, Map<Long, Set<Long>> links) {
    Set<Long> core = new HashSet<>(group);
    while (true) {
      Map<Long, Long> friends = new HashMap<>();
      for (Long member : core) {
        friends.put(
            member, links.getOrDefault(member, Set.of()).stream().filter(core::contains).count());
      }
      Optional<Long> loneliest =
          core.stream().min(Comparator.comparing(friends::get, Comparator.naturalOrder()));
      if (loneliest.isEmpty() || friends.getOrDefault(loneliest.get(), 0L) * 2 >= core.size() - 1) {
        return core;
      }
      core.remove(loneliest.get());
    }
  }

  /** What they did together, where it is enough; who had no part in enough of it is left out. */
  private Optional<FoundRing> ring(Set<Long> candidates) {
    Set<Long> members = candidates;
    while (members.size() >= measure.accounts()) {
      FoundRing found = new FoundRing(together(members));
      Map<Long, Long> shares =
          found.votes().stream()
              .collect(Collectors.groupingBy(Cast::account, Collectors.counting()));
      Set<Long> staying =
          members.stream()
              .filter(member -> shares.getOrDefault(member, 0L) >= measure.targets())
              .collect(Collectors.toUnmodifiableSet());
      if (staying.size() == members.size()) {
        return Optional.of(found).filter(this::often);
      }
      members = staying;
    }
    return Optional.empty();
  }

  private boolean often(FoundRing found) {
    return found.accounts().size() >= measure.large() || found.occasions() >= measure.occasions();
  }

  /** The members' votes on comments that not everybody rates so. */
  private List<Cast> together(Set<Long> members) {
    List<Cast> together = new ArrayList<>();
    for (List<Cast> votes : byTarget.values()) {
      for (boolean up : new boolean[] {true, false}) {
        List<Cast> theirs =
            votes.stream().filter(c -> c.up() == up && members.contains(c.account())).toList();
        List<Cast> sameTime = theirs.stream().filter(cast -> accompanied(cast, theirs)).toList();
        if (sameTime.size() >= Math.max(measure.accounts(), (members.size() + 1) / 2)
            && !everybodys(sameTime, members)) {
          together.addAll(sameTime);
        }
      }
    }
    return together;
  }

  private boolean accompanied(Cast cast, List<Cast> others) {
    return others.stream()
        .anyMatch(
            other -> other.account() != cast.account() && cast.agrees(other, measure.within()));
  }

  /**
   * Whether others rate a comment so too: more of them than of the members, and more than a third
   * of those who rate anything under the article at that time.
   */
  private boolean everybodys(List<Cast> theirs, Set<Long> members) {
    FoundRing time = new FoundRing(theirs);
    Instant from = time.first().minus(measure.within());
    Instant to = time.last().plus(measure.within());
    Cast one = theirs.getFirst();
    List<Cast> others =
        byArticle.getOrDefault(one.target().article(), List.of()).stream()
            .filter(cast -> !members.contains(cast.account()))
            .filter(cast -> !cast.at().isBefore(from) && !cast.at().isAfter(to))
            .toList();
    long present = others.stream().map(Cast::account).distinct().count();
    long alike =
        others.stream()
            .filter(cast -> cast.target().equals(one.target()) && cast.up() == one.up())
            .count();
    return alike >= theirs.size() && alike * 3 > present;
  }
}
