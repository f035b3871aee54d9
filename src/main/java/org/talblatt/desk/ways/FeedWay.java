package org.talblatt.desk.ways;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.talblatt.desk.Delivered;
import org.talblatt.wire.Ingested;
import org.talblatt.wire.Refusal;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireReader;

/**
 * One document that is read as a whole, again and again: a feed. Where it hasn't changed, the
 * server says so; one that can't be read is a trouble of the way and not kept anew with each look.
 */
@Component
class FeedWay implements WayIn {
  private final Fetches fetches;
  private final WireReader reader;

  FeedWay(Fetches fetches, WireReader reader) {
    this.fetches = fetches;
    this.reader = reader;
  }

  @Override
  public WayKind kind() {
    return WayKind.FEED;
  }

  @Override
  public Look look(Way way, Arrivals arrivals)
      throws WayTrouble, IOException, InterruptedException {
    Fetches.Answer answer = fetches.get(way, way.address(), known(way));
    if (answer.unchanged()) {
      return new Look(0, false, fetches.wait(answer), way.etag(), way.lastModified());
    }
    check(answer.body());
    Delivered delivered = arrivals.take(answer.body(), Fetches.name(way.address()));
    boolean news =
        delivered.items().stream()
            .anyMatch(
                item ->
                    item.outcome() != Ingested.Outcome.REPEATED
                        && item.outcome() != Ingested.Outcome.LATE);
    return new Look(
        news ? 1 : 0,
        false,
        fetches.wait(answer),
        answer.header("ETag"),
        answer.header("Last-Modified"));
  }

  private static Map<String, String> known(Way way) {
    Map<String, String> headers = new HashMap<>();
    headers.put(
        "Accept",
        "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9,"
            + " */*;q=0.5");
    if (!way.etag().isEmpty()) {
      headers.put("If-None-Match", way.etag());
    }
    if (!way.lastModified().isEmpty()) {
      headers.put("If-Modified-Since", way.lastModified());
    }
    return headers;
  }

  private void check(byte[] body) throws WayTrouble {
    try {
      reader.read(body);
    } catch (UnreadableWire unreadable) {
      throw trouble(unreadable.refusal());
    }
  }

  /** Why a file was refused, as a way's trouble. */
  static WayTrouble trouble(Refusal refusal) {
    List<String> arguments = new ArrayList<>(refusal.arguments());
    return WayTrouble.of(refusal.key(), arguments.toArray(String[]::new));
  }
}
