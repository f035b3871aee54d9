package org.talblatt.desk.ways;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * dpa's queue: what it holds is taken off by its receipt, and only once we have stored it. A
 * receipt that has run out means that the same comes once more, which changes nothing.
 */
@Component
class WireQWay implements WayIn {
  private static final String RECEIPT = "_wireq_receipt";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Fetches fetches;

  WireQWay(Fetches fetches) {
    this.fetches = fetches;
  }

  @Override
  public WayKind kind() {
    return WayKind.WIREQ;
  }

  @Override
  public Look look(Way way, Arrivals arrivals)
      throws WayTrouble, IOException, InterruptedException {
    String base = way.address().toString().replaceFirst("/+$", "");
    while (true) {
      Fetches.Answer answer =
          fetches.get(
              way, URI.create(base + "/entries.json"), Map.of("Accept", "application/json"));
      List<ObjectNode> entries = entries(answer.body());
      boolean taken = true;
      for (ObjectNode entry : entries) {
        taken &= take(way, base, entry, arrivals);
      }
      @Nullable Duration wait = fetches.wait(answer);
      if (!taken) {
        throw WayTrouble.of("ways.trouble.no-queue").in(wait);
      }
      if (entries.isEmpty() || wait != null || arrivals.full()) {
        boolean more = !entries.isEmpty() && wait == null;
        return new Look(arrivals.count(), more, wait, "", "");
      }
    }
  }

  /** Whether it is off the queue: without a receipt it would come again at once, for ever. */
  private boolean take(Way way, String base, ObjectNode entry, Arrivals arrivals)
      throws WayTrouble, IOException, InterruptedException {
    String receipt = entry.path(RECEIPT).asString("");
    // the same entry has another receipt each time, and is the same file all the same
    entry.remove(RECEIPT);
    arrivals.take(JSON.writeValueAsBytes(entry), name(entry));
    if (receipt.isEmpty()) {
      return false;
    }
    String segment = UriUtils.encodePathSegment(receipt, StandardCharsets.UTF_8);
    fetches.delete(way, URI.create(base + "/entry/" + segment));
    return true;
  }

  private static String name(ObjectNode entry) {
    String id = entry.path("entry_id").asString("");
    return id.matches("[A-Za-z0-9._:-]{1,100}") ? id : "wireQ";
  }

  private static List<ObjectNode> entries(byte[] body) throws WayTrouble {
    try {
      JsonNode root = JSON.readTree(body);
      JsonNode list = root.isArray() ? root : root.path("entries");
      if (!list.isArray()) {
        throw WayTrouble.of("ways.trouble.no-queue");
      }
      List<ObjectNode> entries = new ArrayList<>();
      for (JsonNode each : list) {
        if (each instanceof ObjectNode entry) {
          entries.add(entry);
        }
      }
      return entries;
    } catch (JacksonException unreadable) {
      throw WayTrouble.of("ways.trouble.no-queue");
    }
  }
}
