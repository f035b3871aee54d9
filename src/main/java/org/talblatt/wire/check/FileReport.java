package org.talblatt.wire.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.Refusal;

/**
 * One file, checked.
 *
 * @param refusal why it, or part of it, was not read; null where all was
 * @param unreadable whether nothing of it was read, though it had to be
 * @param closed how many texts it holds that must not be public
 * @param leaks those of them that stand where they may be printed
 */
public record FileReport(
    String name,
    String format,
    List<Finding> findings,
    @Nullable Refusal refusal,
    boolean unreadable,
    int closed,
    List<String> leaks) {

  /** How many findings of a section came out so. */
  public long count(String section, Finding.Outcome outcome) {
    return findings.stream()
        .filter(f -> f.section().equals(section) && f.outcome() == outcome)
        .count();
  }
}
