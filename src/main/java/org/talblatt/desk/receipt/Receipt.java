package org.talblatt.desk.receipt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.ArticleId;
import org.talblatt.wire.WireItemId;

/**
 * That an article was taken off.
 *
 * @param item the agency's item that did; null where an editor did
 * @param wasPublic whether readers could see it up to then
 * @param by the editor's name; null where an agency did, or who it was is forgotten
 * @param arrived when the item arrived, or the button was pressed
 * @param checked when all places had been looked at; null before
 * @param lines empty in lists
 */
public record Receipt(
    long id,
    ArticleId article,
    @Nullable WireItemId item,
    Cause cause,
    String headline,
    String path,
    boolean wasPublic,
    @Nullable String by,
    Instant arrived,
    @Nullable Instant checked,
    List<Line> lines) {

  /** What took it off. */
  public enum Cause {
    CANCELED,
    WITHHELD,
    EDITOR
  }

  /** What was found at a place. */
  public enum Outcome {
    GONE,
    /** Still there: somebody has to look. */
    THERE,
    /** It was told to go; nobody can look from here. */
    TOLD,
    /** Out of the paper's reach. */
    BEYOND
  }

  /**
   * One place.
   *
   * @param place what it is, as the messages name it
   * @param target its address, or empty
   * @param at when it was found so
   * @param detail what an answer said, or empty
   */
  public record Line(String place, String target, Outcome outcome, Instant at, String detail) {}

  /** Whether it still stands somewhere. */
  public boolean failed() {
    return lines.stream().anyMatch(line -> line.outcome() == Outcome.THERE);
  }

  /** How long after its arrival a line was found so, in seconds with one digit. */
  public String after(Line line) {
    long millis = Math.max(0, Duration.between(arrived, line.at()).toMillis());
    return millis / 1000 + "." + millis % 1000 / 100;
  }
}
