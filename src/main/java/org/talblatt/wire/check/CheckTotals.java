package org.talblatt.wire.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All files together. */
public final class CheckTotals {
  /** Of the values that others read off a file, this share has to be equal. */
  public static final double FLOOR = 0.98;

  private final Map<String, int[]> byFormat = new TreeMap<>();
  private int equal;
  private int wrong;
  private int peersEqual;
  private int peersWrong;
  private int unknown;
  private int unreadable;
  private int closed;
  private int leaks;

  /** Adds a file. */
  public void add(FileReport file) {
    for (Finding finding : file.findings()) {
      if (finding.outcome() == Finding.Outcome.UNKNOWN) {
        unknown++;
      } else if (finding.counts()) {
        count(file.format(), finding);
      }
    }
    unreadable += file.unreadable() ? 1 : 0;
    closed += file.closed();
    leaks += file.leaks().size();
  }

  private void count(String format, Finding finding) {
    if (!finding.section().equals("read_off")) {
      peersEqual += finding.wrong() ? 0 : 1;
      peersWrong += finding.wrong() ? 1 : 0;
    } else if (Formats.named(format)) {
      equal += finding.wrong() ? 0 : 1;
      wrong += finding.wrong() ? 1 : 0;
      byFormat.computeIfAbsent(format, f -> new int[2])[finding.wrong() ? 1 : 0]++;
    }
  }

  /** The share of equal values in the named formats. */
  public double share() {
    return equal + wrong == 0 ? 1 : equal / (double) (equal + wrong);
  }

  /** How many values were compared that others read off. */
  public int compared() {
    return equal + wrong;
  }

  /** How many closed texts were looked for. */
  public int closed() {
    return closed;
  }

  /** Whether everything is as it has to be. */
  public boolean good() {
    return share() >= FLOOR && leaks == 0 && unknown == 0 && unreadable == 0;
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new java.util.ArrayList<>();
    byFormat.forEach(
        (format, counts) ->
            lines.add(
                "%-22s %5d of %5d values equal"
                    .formatted(format, counts[0], counts[0] + counts[1])));
    lines.add(
        "read_off: %d of %d values equal, %.2f %%"
            .formatted(equal, equal + wrong, 100 * Math.floor(share() * 10_000) / 10_000));
    lines.add(
        "peers, pairs and newsroom: %d of %d values equal"
            .formatted(peersEqual, peersEqual + peersWrong));
    lines.add("must_not_be_public: %d of %d texts kept closed".formatted(closed - leaks, closed));
    lines.add(
        "files not read: %d; keys without a word in docs/wire.md: %d"
            .formatted(unreadable, unknown));
    return lines;
  }
}
