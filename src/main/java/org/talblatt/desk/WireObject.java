package org.talblatt.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency item as the API writes it.
 *
 * @param state inbox, ticker, taken, discarded or auto-published
 * @param status usable, withheld or canceled
 * @param revived a cancel came before this version
 * @param updateWaits a newer version than the published one waits for an editor
 * @param articleUrl where it stands in the paper, null where it doesn't
 * @param outcome what its delivery changed; null where nothing was delivered
 * @param problem why it was not published as asked, null where nothing went wrong
 */
public record WireObject(
    long id,
    String provider,
    String guid,
    long version,
    String kind,
    String state,
    String status,
    String headline,
    String kicker,
    String credit,
    @Nullable Integer urgency,
    String signal,
    @Nullable String embargo,
    boolean revived,
    boolean updateWaits,
    String receivedAt,
    String changedAt,
    @Nullable String articleUrl,
    @Nullable String outcome,
    @Nullable String problem) {

  /**
   * A list of items.
   *
   * @param next the cursor of the next page, null at the end
   * @param total how many there are, counted up to 1000
   */
  public record Page(List<WireObject> items, @Nullable String next, int total) {}

  /**
   * What became of a delivered file.
   *
   * @param problem which of its items was refused, and why; null where none was
   */
  public record Receipt(
      List<WireObject> items, @Nullable String next, int total, @Nullable String problem) {}
}
