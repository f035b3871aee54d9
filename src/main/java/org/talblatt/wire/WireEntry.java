package org.talblatt.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item as the desk lists it, by its newest version.
 *
 * @param codes of its subjects and desks
 * @param revived a cancel came before this version
 * @param updateWaits a newer version than the published one waits for an editor
 * @param route where the newsroom's rules put it
 */
public record WireEntry(
    WireItemId id,
    String provider,
    String guid,
    State state,
    WireItem.Kind kind,
    WireItem.Status status,
    long version,
    String headline,
    String kicker,
    String credit,
    @Nullable Integer urgency,
    String signal,
    @Nullable Instant embargo,
    List<String> codes,
    boolean revived,
    boolean updateWaits,
    String discardReason,
    WireRoute route,
    Instant receivedAt,
    Instant changedAt) {

  /** Where an item is on its way. */
  public enum State {
    INBOX,
    TICKER,
    TAKEN,
    DISCARDED,
    AUTO_PUBLISHED
  }

  /** Whether an editor's click can make an article of it, or bring its update into one. */
  public boolean publishable() {
    return kind == WireItem.Kind.TEXT
        && status == WireItem.Status.USABLE
        && (state == State.INBOX || updateWaits);
  }

  /** Whether it stands in the paper. */
  public boolean taken() {
    return state == State.TAKEN || state == State.AUTO_PUBLISHED;
  }

  /** Whether it may go out unread: nothing came before it that an editor should know of. */
  public boolean mayGoOutUnread() {
    return publishable() && !updateWaits && !revived;
  }
}
