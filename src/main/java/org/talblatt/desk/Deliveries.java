package org.talblatt.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.talblatt.base.Failure;
import org.talblatt.platform.text.Messages;
import org.talblatt.wire.Ingested;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireRoute;

/** Where files come in, by command line or HTTP: taken in first, then published where asked. */
@Service
public class Deliveries {
  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

  private final Wire wire;
  private final Desk desk;

  Deliveries(Wire wire, Desk desk) {
    this.wire = wire;
    this.desk = desk;
  }

  /**
   * Takes a file in.
   *
   * @param publish whether to publish texts that may go out unread at once, each for itself, where
   *     the provider's agreement doesn't say anyway: one that can't be waits in the inbox like all
   *     others
   */
  public Delivered deliver(
      byte[] content, String fileName, @Nullable String provider, boolean publish) {
    return delivered(ingest(content, fileName, provider), publish);
  }

  /** Tries a refused file again; what the rules say of its items holds as if it came now. */
  Delivered retry(long file) {
    return delivered(wire.retry(file), false);
  }

  private Delivered delivered(Ingested ingested, boolean publish) {
    return switch (ingested) {
      case Ingested.Refused refused -> new Delivered(refused.file(), refused.refusal(), List.of());
      case Ingested.Read read ->
          new Delivered(
              read.refusal() == null ? 0 : read.file(),
              read.refusal(),
              read.items().stream().map(item -> publish(item, publish)).toList());
    };
  }

  /**
   * Where something unexpected comes up, nothing of the file is taken in, but the file is kept; a
   * database that is busy or away is for the sender to try again.
   */
  private Ingested ingest(byte[] content, String fileName, @Nullable String provider) {
    try {
      return wire.ingest(content, fileName, provider);
    } catch (Failure
        | TransientDataAccessException
        | DataAccessResourceFailureException
        | TransactionException passing) {
      throw passing;
    } catch (RuntimeException | StackOverflowError mistake) {
      return wire.refuse(content, fileName, provider, logged(mistake));
    }
  }

  private Delivered.Item publish(Ingested.Received received, boolean asked) {
    boolean news =
        received.outcome() == Ingested.Outcome.NEW
            || received.outcome() == Ingested.Outcome.UPDATED;
    WireRoute.Action rule = received.entry().route().action();
    boolean ruled = news && rule == WireRoute.Action.PUBLISH;
    boolean reads = rule == WireRoute.Action.INBOX || rule == WireRoute.Action.DISCARD;
    try {
      if (!reads && (asked || news)) {
        desk.publishUnread(received.entry(), asked || ruled);
      }
      return item(received, null);
    } catch (Failure failure) {
      return item(received, Messages.of("en").get(failure.key(), failure.arguments().toArray()));
    } catch (RuntimeException | StackOverflowError mistake) {
      return item(received, "internal, reference " + logged(mistake));
    }
  }

  private static String logged(Throwable mistake) {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    log.error("unexpected in a delivery, reference {}", reference, mistake);
    return reference;
  }

  private Delivered.Item item(Ingested.Received received, @Nullable String problem) {
    WireEntry now = wire.find(received.entry().id()).orElseThrow();
    String path = now.taken() ? desk.path(now.id()).orElse(null) : null;
    return new Delivered.Item(received.outcome(), now, path, problem);
  }
}
