package org.talblatt.discussion.rating;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Votes that belong together; at least one. */
record FoundRing(List<Cast> votes) {

  Set<Long> accounts() {
    return votes.stream().map(Cast::account).collect(Collectors.toUnmodifiableSet());
  }

  Set<Cast.Target> targets() {
    return votes.stream().map(Cast::target).collect(Collectors.toUnmodifiableSet());
  }

  int occasions() {
    return (int) votes.stream().map(Cast::occasion).distinct().count();
  }

  Instant first() {
    return votes.stream().map(Cast::at).min(Instant::compareTo).orElseThrow();
  }

  Instant last() {
    return votes.stream().map(Cast::at).max(Instant::compareTo).orElseThrow();
  }
}
