package org.talblatt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.talblatt.testing.Samples;
import org.talblatt.wire.format.WireFormats;

/** An item stands the same however its versions arrive. */
class StandingTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private String guid = "";

  private record Arrival(VersionKey key, WireItem.Status status) {}

  private final List<Arrival> day =
      List.of(
          arrival(1, 0, 0, WireItem.Status.USABLE),
          arrival(2, 10, 0, WireItem.Status.USABLE),
          arrival(1, 0, 5, WireItem.Status.USABLE),
          arrival(2, 10, 30, WireItem.Status.USABLE),
          arrival(3, 60, 0, WireItem.Status.CANCELED),
          arrival(2, 10, 90, WireItem.Status.USABLE));

  @Test
  void aCanceledDayEndsDeadInEveryOrder() {
    Set<Standing> ends = endsOfEveryOrder(day);
    assertThat(ends).hasSize(1);
    Standing end = ends.iterator().next();
    assertThat(end.status()).isEqualTo(WireItem.Status.CANCELED);
    assertThat(end.newest().version()).isEqualTo(3);
  }

  @Test
  void theSampleDayOfDpaEndsTheSameInEveryOrder() throws Exception {
    List<Arrival> arrivals = new ArrayList<>();
    try (var files = Files.list(Samples.folder("wire").resolve("_derived/dpa-sequence"))) {
      for (Path file : files.sorted().toList()) {
        for (WireItem item : WireFormats.read(Files.readAllBytes(file)).items()) {
          if (arrivals.isEmpty() || item.guid().equals(guid)) {
            guid = item.guid();
            arrivals.add(new Arrival(VersionKey.of(item), item.status()));
          }
        }
      }
    }
    assertThat(arrivals).hasSizeGreaterThan(5);
    Set<Standing> ends = endsOfEveryOrder(arrivals);
    assertThat(ends).hasSize(1);
    assertThat(ends.iterator().next().everCanceled()).isTrue();
  }

  @Test
  void whatComesAfterACancelRemembersIt() {
    List<Arrival> revived = new ArrayList<>(day);
    revived.add(arrival(4, 120, 0, WireItem.Status.USABLE));
    Standing end = end(revived);
    assertThat(end.status()).isEqualTo(WireItem.Status.USABLE);
    assertThat(end.everCanceled()).isTrue();
    assertThat(end(revived.reversed())).isEqualTo(end);
  }

  @Test
  void ofTwoThatAreEquallyNewTheStricterWins() {
    Set<Standing> ends = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      List<Arrival> order = new ArrayList<>();
      for (WireItem.Status status : WireItem.Status.values()) {
        order.add(arrival(2, 10, 0, status));
      }
      order.add(arrival(1, 0, 0, WireItem.Status.USABLE));
      Collections.shuffle(order, new Random(i));
      ends.add(end(order));
    }
    assertThat(ends)
        .containsExactly(
            new Standing(
                arrival(2, 10, 0, WireItem.Status.USABLE).key, WireItem.Status.CANCELED, true));
  }

  @Test
  void aMissingMomentIsOlderThanAny() throws Exception {
    VersionKey without = new VersionKey(1, null, null);
    assertThat(without).isLessThan(new VersionKey(1, NINE, null));
    assertThat(new VersionKey(1, NINE, null)).isLessThan(new VersionKey(2, null, null));
    byte[] file =
        "<newsItem guid=\"a\" version=\"7\"><itemMeta/></newsItem>"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(VersionKey.of(WireFormats.read(file).items().getFirst()))
        .isEqualTo(new VersionKey(7, null, null));
  }

  /**
   * Step by step, keeping each standing once: as many as there are sets of arrivals, not orders.
   */
  private static Set<Standing> endsOfEveryOrder(List<Arrival> arrivals) {
    Map<Integer, Set<Standing>> after = new HashMap<>();
    int all = (1 << arrivals.size()) - 1;
    for (int come = 0; come < all; come++) {
      for (int next = 0; next < arrivals.size(); next++) {
        if ((come & 1 << next) == 0) {
          Arrival arrival = arrivals.get(next);
          Set<Standing> ends = after.computeIfAbsent(come | 1 << next, set -> new HashSet<>());
          if (come == 0) {
            ends.add(Standing.after(null, arrival.key, arrival.status));
          } else {
            Objects.requireNonNull(after.get(come))
                .forEach(s -> ends.add(Standing.after(s, arrival.key, arrival.status)));
          }
        }
      }
    }
    return java.util.Objects.requireNonNull(after.get(all));
  }

  private static Standing end(List<Arrival> order) {
    @Nullable Standing standing = null;
    for (Arrival arrival : order) {
      standing = Standing.after(standing, arrival.key, arrival.status);
    }
    return java.util.Objects.requireNonNull(standing);
  }

  private static Arrival arrival(int version, int created, int updated, WireItem.Status status) {
    return new Arrival(
        new VersionKey(
            version, NINE.plusSeconds(created * 60L), NINE.plusSeconds((created + updated) * 60L)),
        status);
  }
}
