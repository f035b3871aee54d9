package org.talblatt.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.talblatt.base.Failure;
import org.talblatt.platform.text.Messages;
import org.talblatt.wire.Ingested;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;

/** Where files come in, by command line or HTTP: taken in first, then published where asked. */
@Service
public class Deliveries {
  private final Wire wire;
  private final Desk desk;

  Deliveries(Wire wire, Desk desk) {
    this.wire = wire;
    this.desk = desk;
  }

  /**
   * Takes a file in.
   *
   * @param publish whether texts that may go out unread are published at once, each for itself: one
   *     that can't be waits in the inbox like all others
   */
  public Delivered deliver(
      byte[] content, String fileName, @Nullable String provider, boolean publish) {
    return switch (wire.ingest(content, fileName, provider)) {
      case Ingested.Refused refused -> new Delivered(refused.file(), refused.refusal(), List.of());
      case Ingested.Read read ->
          new Delivered(
              read.refusal() == null ? 0 : read.file(),
              read.refusal(),
              read.items().stream()
                  .map(item -> publish ? publish(item) : item(item, null))
                  .toList());
    };
  }

  private Delivered.Item publish(Ingested.Received received) {
    try {
      desk.publishUnread(received.entry());
      return item(received, null);
    } catch (Failure failure) {
      return item(received, Messages.of("en").get(failure.key(), failure.arguments()));
    }
  }

  private Delivered.Item item(Ingested.Received received, @Nullable String problem) {
    WireEntry now = wire.find(received.entry().id()).orElseThrow();
    String path = now.taken() ? desk.path(now.id()).orElse(null) : null;
    return new Delivered.Item(received.outcome(), now, path, problem);
  }
}
