package org.talblatt.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.wire.Refusal;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireFormats;
import org.talblatt.wire.WireItemId;
import org.talblatt.wire.WireList;

/** Agency copy over HTTP, for editors and for machines that deliver as one. */
@RestController
class WireApi {
  private static final int MOST = 100;

  private final Wire wire;
  private final Desk desk;
  private final Deliveries deliveries;
  private final WireObjects objects;

  WireApi(Wire wire, Desk desk, Deliveries deliveries, WireObjects objects) {
    this.wire = wire;
    this.desk = desk;
    this.deliveries = deliveries;
    this.objects = objects;
  }

  @PostMapping("/api/v1/wire")
  ResponseEntity<Map<String, @Nullable Object>> deliver(
      HttpServletRequest request,
      @RequestHeader(name = "X-Talblatt-Provider", required = false) @Nullable String provider,
      @RequestParam(defaultValue = "false") boolean publish,
      Reader editor)
      throws IOException {
    byte[] content = request.getInputStream().readNBytes(WireFormats.MOST_BYTES + 1);
    if (content.length > WireFormats.MOST_BYTES) {
      throw Failure.of(Failure.Kind.TOO_LARGE, "failure.too-large");
    }
    Delivered delivered = deliveries.deliver(content, "HTTP", provider, publish);
    Refusal refusal = delivered.refusal();
    if (refusal != null) {
      throw Failure.of(Failure.Kind.INVALID, refusal.key(), refusal.arguments().toArray());
    }
    List<Map<String, @Nullable Object>> items = new ArrayList<>();
    for (Delivered.Item item : delivered.items()) {
      Map<String, @Nullable Object> object = objects.of(item.entry());
      object.put("outcome", item.outcome().name().toLowerCase(Locale.ROOT));
      object.put("problem", item.problem());
      items.add(object);
    }
    return ResponseEntity.status(201).body(list(items, null, items.size()));
  }

  @GetMapping("/api/v1/wire")
  Map<String, @Nullable Object> list(
      @RequestParam(defaultValue = "inbox") String list,
      @RequestParam(required = false) @Nullable Long cursor,
      @RequestParam(defaultValue = "50") int limit,
      Reader editor) {
    WireList asked = asked(list);
    int most = Math.clamp(limit, 1, MOST);
    List<WireEntry> found = wire.list(asked, id(cursor), most + 1);
    List<WireEntry> shown = found.subList(0, Math.min(most, found.size()));
    String next = found.size() > most ? shown.getLast().id().toString() : null;
    return list(shown.stream().map(objects::of).toList(), next, wire.count(asked));
  }

  @PostMapping("/api/v1/wire/{id:[1-9][0-9]{0,17}}/publish")
  Map<String, @Nullable Object> publish(
      @PathVariable long id,
      @RequestBody(required = false) @Nullable Choice choice,
      Reader editor) {
    WireItemId item = existing(id);
    desk.publish(item, choice == null ? null : choice.section(), editor);
    return objects.of(wire.find(item).orElseThrow());
  }

  /**
   * @param section where the article goes; null: where the rule puts it
   */
  record Choice(@Nullable String section) {}

  private WireItemId existing(long id) {
    WireItemId item = id(id);
    if (item == null || wire.find(item).isEmpty()) {
      throw Failure.notFound();
    }
    return item;
  }

  private static @Nullable WireItemId id(@Nullable Long value) {
    return value == null || value <= 0 ? null : new WireItemId(value);
  }

  private static WireList asked(String name) {
    try {
      return WireList.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Failure.invalid("list", "desk.list-unknown", name);
    }
  }

  private static Map<String, @Nullable Object> list(
      List<Map<String, @Nullable Object>> items, @Nullable String next, int total) {
    Map<String, @Nullable Object> list = new LinkedHashMap<>();
    list.put("items", items);
    list.put("next", next);
    list.put("total", total);
    return list;
  }
}
