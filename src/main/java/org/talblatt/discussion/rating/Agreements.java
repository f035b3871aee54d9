package org.talblatt.discussion.rating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Who agrees with whom, more than readers do. Pure. */
final class Agreements {
  /**
   * A vote is compared with so many that follow it on the same comment: a popular one would have
   * everybody compared with everybody.
   */
  private static final int NEIGHBOURS = 60;

  private final Measure measure;
  private final Map<Long, Map<Cast.Target, Cast>> byAccount;

  Agreements(List<Cast> casts, Measure measure) {
    this.measure = measure;
    this.byAccount = new HashMap<>();
    for (Cast cast : casts) {
      byAccount
          .computeIfAbsent(cast.account(), account -> new HashMap<>())
          .put(cast.target(), cast);
    }
    byAccount.values().removeIf(votes -> votes.size() < measure.targets());
  }

  /** For each account those that it agrees with; accounts without any are missing. */
  Map<Long, Set<Long>> links() {
    List<Long> accounts = List.copyOf(byAccount.keySet());
    long[] meetings = meetings(accounts);
    Map<Long, Set<Long>> links = new HashMap<>();
    for (int from = 0; from < meetings.length; ) {
      int to = from + 1;
      while (to < meetings.length && meetings[to] == meetings[from]) {
        to++;
      }
      long one = accounts.get((int) (meetings[from] >> 32));
      long other = accounts.get((int) meetings[from]);
      if (to - from >= measure.targets() && agree(one, other)) {
        links.computeIfAbsent(one, account -> new HashSet<>()).add(other);
        links.computeIfAbsent(other, account -> new HashSet<>()).add(one);
      }
      from = to;
    }
    return links;
  }

  /** A number for each two votes that go together, made of the two accounts' places; sorted. */
  private long[] meetings(List<Long> accounts) {
    Map<Long, Integer> places = new HashMap<>();
    accounts.forEach(account -> places.put(account, places.size()));
    LongStream.Builder meetings = LongStream.builder();
    for (List<Cast> onOne : byTarget()) {
      for (int i = 0; i < onOne.size(); i++) {
        Cast cast = onOne.get(i);
        int last = Math.min(onOne.size() - 1, i + NEIGHBOURS);
        for (int j = i + 1; j <= last && cast.agrees(onOne.get(j), measure.within()); j++) {
          int one = places.getOrDefault(cast.account(), 0);
          int other = places.getOrDefault(onOne.get(j).account(), 0);
          meetings.add(((long) Math.min(one, other) << 32) | Math.max(one, other));
        }
      }
    }
    return meetings.build().sorted().toArray();
  }

  /** All votes on one comment in one direction, by time. */
  private Iterable<List<Cast>> byTarget() {
    record Side(Cast.Target target, boolean up) {}
    Map<Side, List<Cast>> sides = new HashMap<>();
    for (Map<Cast.Target, Cast> votes : byAccount.values()) {
      for (Cast cast : votes.values()) {
        sides
            .computeIfAbsent(new Side(cast.target(), cast.up()), side -> new ArrayList<>())
            .add(cast);
      }
    }
    sides.values().forEach(list -> list.sort(Comparator.comparing(Cast::at)));
    return sides.values();
  }

  /** Whether most of what both rate under the same articles they rate alike, at the same time. */
  private boolean agree(long one, long other) {
    Map<Cast.Target, Cast> votes = votes(one);
    Map<Cast.Target, Cast> others = votes(other);
    List<Cast.Target> common =
        votes.values().stream().filter(cast -> agrees(cast, others)).map(Cast::target).toList();
    Set<Long> articles =
        common.stream().map(Cast.Target::article).collect(Collectors.toUnmodifiableSet());
    long most = Math.max(under(articles, votes), under(articles, others));
    return common.size() >= measure.targets() && common.size() >= measure.share() * most;
  }

  private boolean agrees(Cast cast, Map<Cast.Target, Cast> others) {
    Cast theirs = others.get(cast.target());
    return theirs != null && cast.agrees(theirs, measure.within());
  }

  private Map<Cast.Target, Cast> votes(long account) {
    return byAccount.getOrDefault(account, Map.of());
  }

  private static long under(Set<Long> articles, Map<Cast.Target, Cast> votes) {
    return votes.keySet().stream().filter(target -> articles.contains(target.article())).count();
  }
}
