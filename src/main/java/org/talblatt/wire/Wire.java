package org.talblatt.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;

/**
 * The door for agency copy: files come in, items and their versions are kept, the desk takes or
 * discards them. Identity, order and cancels as {@link Standing} has them.
 */
@Service
public class Wire {
  /** Nobody needs to know more exactly how much too much it is. */
  public static final int MOST_COUNTED = 1000;

  private final WireReader reader;
  private final WireFiles files;
  private final WireItems items;
  private final WireLists lists;
  private final Providers providers;
  private final WireRouting routing;
  private final ObjectProvider<WireListener> listeners;

  Wire(
      WireReader reader,
      WireFiles files,
      WireItems items,
      WireLists lists,
      Providers providers,
      WireRouting routing,
      ObjectProvider<WireListener> listeners) {
    this.reader = reader;
    this.files = files;
    this.items = items;
    this.lists = lists;
    this.providers = providers;
    this.routing = routing;
    this.listeners = listeners;
  }

  /**
   * Takes a delivered file. All of it or, where something unexpected happens, nothing; a file that
   * can't be read, in part or as a whole, is kept with its reason. The same file again changes
   * nothing.
   *
   * @param provider who delivered it, where it comes by a way of their own; null: the file says it
   */
  @Transactional
  public Ingested ingest(byte[] content, String fileName, @Nullable String provider) {
    String given = given(provider);
    long file = files.keep(content, fileName, given);
    return read(file, content, given);
  }

  /**
   * Keeps a file that could not be taken in for a reason that nobody thought of, and so to be
   * called where {@link #ingest} left nothing behind.
   *
   * @param reference under which it is logged
   */
  @Transactional
  public Ingested refuse(
      byte[] content, String fileName, @Nullable String provider, String reference) {
    Refusal refusal = Refusal.of("wire.refused.internal", reference);
    long file = files.keep(content, fileName, given(provider));
    files.markRefused(file, refusal);
    return new Ingested.Refused(file, refusal);
  }

  private static String given(@Nullable String provider) {
    String given = provider == null ? "" : provider.strip().toLowerCase(Locale.ROOT);
    if (!given.isEmpty() && !Provider.named(given)) {
      throw Failure.invalid("provider", "wire.provider-invalid");
    }
    return given;
  }

  /** Tries a refused file again: readers get better. */
  @Transactional
  public Ingested retry(long file) {
    WireFiles.Stored stored = files.find(file).orElseThrow(Failure::notFound);
    return read(stored.id(), stored.content(), stored.provider());
  }

  private Ingested read(long file, byte[] content, String provider) {
    try {
      WireContent read = reader.read(content).identified();
      List<Ingested.Received> received = new ArrayList<>();
      for (int place : read.identifiedPlaces()) {
        WireItem item = Objects.requireNonNull(read.byPlace().get(place));
        received.add(receive(agreed(item.from(provider)), file, place));
      }
      files.markRefused(file, read.refusal());
      boolean gone =
          received.stream().allMatch(r -> r.outcome() == Ingested.Outcome.REPEATED)
              && files.dropUnused(file);
      return new Ingested.Read(gone ? 0 : file, received, read.refusal());
    } catch (UnreadableWire unreadable) {
      files.markRefused(file, unreadable.refusal());
      return new Ingested.Refused(file, unreadable.refusal());
    }
  }

  private WireItem agreed(WireItem item) {
    return providers.of(item.provider()).dress(item);
  }

  private Ingested.Received receive(WireItem item, long file, int position) {
    VersionKey key = VersionKey.of(item);
    if (items.insert(item, first(item))) {
      WireEntry entry = items.lock(item.provider(), item.guid());
      items.addVersion(entry.id(), key, item.status(), file, position);
      routing.arrived(entry.id(), item);
      return received(Ingested.Outcome.NEW, item);
    }
    WireEntry known = items.lock(item.provider(), item.guid());
    if (!items.addVersion(known.id(), key, item.status(), file, position)) {
      return new Ingested.Received(Ingested.Outcome.REPEATED, known);
    }
    Standing before = items.standing(known.id());
    if (Standing.after(before, key, item.status()).showsOtherThan(before)) {
      showNewer(known, item);
      routing.arrived(known.id(), item);
    } else if (item.status() == WireItem.Status.CANCELED && before.status() != item.status()) {
      cancelOlder(known);
    } else {
      return new Ingested.Received(Ingested.Outcome.LATE, known);
    }
    return received(Ingested.Outcome.UPDATED, item);
  }

  private Ingested.Received received(Ingested.Outcome usable, WireItem item) {
    WireEntry entry = items.lock(item.provider(), item.guid());
    listeners.forEach(listener -> listener.received(entry.id(), item));
    return new Ingested.Received(outcome(item, usable), entry);
  }

  private static WireEntry.State first(WireItem item) {
    return item.status() == WireItem.Status.CANCELED ? WireEntry.State.DISCARDED : waiting(item);
  }

  private static WireEntry.State waiting(WireItem item) {
    return item.forEditors() ? WireEntry.State.TICKER : WireEntry.State.INBOX;
  }

  private void showNewer(WireEntry known, WireItem item) {
    switch (item.status()) {
      case CANCELED -> {
        withdraw(known, WireItem.Status.CANCELED);
        items.show(known.id(), item, WireEntry.State.DISCARDED, false);
      }
      case WITHHELD -> {
        withdraw(known, WireItem.Status.WITHHELD);
        items.show(known.id(), item, waiting(item), false);
      }
      case USABLE -> {
        boolean waits =
            known.taken() && !listeners.stream().allMatch(l -> l.updated(known.id(), item));
        items.show(known.id(), item, next(known, item), waits);
      }
    }
  }

  /**
   * A cancel that a newer version overtook, on its way or by its number: as if the newer one had
   * come after it, what stands in the paper goes and an editor looks again.
   */
  private void cancelOlder(WireEntry known) {
    withdraw(known, WireItem.Status.CANCELED);
    items.rememberCancel(known.id(), known.taken() ? WireEntry.State.INBOX : known.state());
  }

  private void withdraw(WireEntry known, WireItem.Status why) {
    if (known.taken()) {
      listeners.forEach(listener -> listener.withdrawn(known.id(), why));
    }
  }

  /** Published stays published, put away stays away; after a cancel an editor looks again. */
  private static WireEntry.State next(WireEntry known, WireItem item) {
    boolean back = known.status() == WireItem.Status.CANCELED;
    return switch (known.state()) {
      case TAKEN, AUTO_PUBLISHED -> known.state();
      case DISCARDED -> back ? waiting(item) : known.state();
      case INBOX, TICKER -> waiting(item);
    };
  }

  private static Ingested.Outcome outcome(WireItem item, Ingested.Outcome usable) {
    return switch (item.status()) {
      case USABLE -> usable;
      case WITHHELD -> Ingested.Outcome.WITHHELD;
      case CANCELED -> Ingested.Outcome.CANCELED;
    };
  }

  /** The item as listed. */
  public Optional<WireEntry> find(WireItemId id) {
    return items.find(id);
  }

  /** Its newest version, read afresh from the file that it came in. */
  public WireItem newest(WireItemId id) {
    WireItems.Place place = items.newest(id);
    WireFiles.Stored file = files.find(place.file()).orElseThrow();
    try {
      WireItem item = reader.read(file.content()).byPlace().get(place.position());
      return agreed(Objects.requireNonNull(item).from(file.provider()));
    } catch (UnreadableWire once) {
      throw new IllegalStateException("file " + file.id() + " was readable before", once);
    }
  }

  /**
   * Marks a waiting item as published, inside the publisher's transaction.
   *
   * @param by null where a rule acts
   */
  @Transactional
  public WireEntry take(WireItemId id, @Nullable AccountId by) {
    WireEntry entry = items.lock(id).orElseThrow(Failure::notFound);
    if (!entry.publishable() || (by == null && !entry.mayGoOutUnread())) {
      throw Failure.of(Failure.Kind.CONFLICT, "wire.not-waiting");
    }
    items.move(id, by == null ? WireEntry.State.AUTO_PUBLISHED : WireEntry.State.TAKEN, "", by);
    return entry;
  }

  /** Puts a waiting item away. Of a published one only the waiting update: ours stays as it is. */
  @Transactional
  public void discard(WireItemId id, String reason, AccountId by) {
    WireEntry entry = items.lock(id).orElseThrow(Failure::notFound);
    if (entry.taken() && !entry.updateWaits()) {
      throw Failure.of(Failure.Kind.CONFLICT, "wire.not-waiting");
    }
    items.move(id, entry.taken() ? entry.state() : WireEntry.State.DISCARDED, reason, by);
  }

  /** Takes a discarded item back: it waits again. */
  @Transactional
  public void putBack(WireItemId id, AccountId by) {
    WireEntry entry = items.lock(id).orElseThrow(Failure::notFound);
    if (entry.state() != WireEntry.State.DISCARDED || entry.status() == WireItem.Status.CANCELED) {
      throw Failure.of(Failure.Kind.CONFLICT, "wire.not-waiting");
    }
    items.move(id, waiting(newest(id)), "", by);
  }

  /** The file that the newest version came in, byte for byte. */
  public byte[] file(WireItemId id) {
    return files.find(items.newest(id).file()).orElseThrow().content();
  }

  /** A list, newest change first. */
  public List<WireEntry> list(WireList list, @Nullable WireItemId after, int limit) {
    return lists.of(list, after, limit);
  }

  /** How many are on a list; {@link #MOST_COUNTED} where there are as many or more. */
  public int count(WireList list) {
    return lists.count(list, MOST_COUNTED);
  }

  /** How many files no reader took; {@link #MOST_COUNTED} where there are as many or more. */
  public int countRefused() {
    return files.countRefused(MOST_COUNTED);
  }

  /** Files that no reader took, newest first. */
  public List<RefusedFile> refused(int limit) {
    return files.refused(limit);
  }
}
