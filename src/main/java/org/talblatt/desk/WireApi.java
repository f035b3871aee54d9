package org.talblatt.desk;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import org.talblatt.wire.Ingested;
import org.talblatt.wire.Refusal;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireItemId;
import org.talblatt.wire.WireList;

/** Agency copy over HTTP, for editors and for machines that deliver as one. */
@RestController
class WireApi {
  private static final int MOST = 100;

  private static final String ID = "[1-9][0-9]{0,17}";

  private final Wire wire;
  private final Desk desk;
  private final Deliveries deliveries;
  private final Settings settings;
  private final Times times;

  WireApi(Wire wire, Desk desk, Deliveries deliveries, Settings settings) {
    this.wire = wire;
    this.desk = desk;
    this.deliveries = deliveries;
    this.settings = settings;
    this.times = new Times(settings.zone(), Locale.ROOT);
  }

  /** What waits here is no reader's business, and no cache's. */
  @ModelAttribute
  void keptByNobody(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }

  /** The file is the body itself, whatever content type it is sent under; no form. */
  @Parameter(
      name = "publish",
      in = ParameterIn.QUERY,
      schema = @Schema(type = "boolean", defaultValue = "false"))
  @PostMapping("/api/v1/wire")
  ResponseEntity<WireObject.Receipt> deliver(
      HttpServletRequest request,
      @RequestHeader(name = "X-Talblatt-Provider", required = false) @Nullable String provider,
      Reader editor)
      throws IOException {
    byte[] content = DeliveryRequest.content(request);
    boolean publish = DeliveryRequest.publish(request);
    if (publish) {
      // what comes out, and where, is only known once it is read
      editor.requireEverywhere(Role.EDITOR);
    }
    Delivered delivered = deliveries.deliver(content, "HTTP", provider, publish);
    Refusal refusal = delivered.refusal();
    if (refusal != null && delivered.items().isEmpty()) {
      throw Failure.of(Failure.Kind.INVALID, refusal.key(), refusal.arguments().toArray());
    }
    List<WireObject> items =
        delivered.items().stream()
            .map(item -> object(item.entry(), item.path(), word(item.outcome()), item.problem()))
            .toList();
    boolean anyNew =
        delivered.items().stream().anyMatch(item -> item.outcome() == Ingested.Outcome.NEW);
    return ResponseEntity.status(anyNew ? 201 : 200)
        .body(
            new WireObject.Receipt(
                items,
                null,
                items.size(),
                refusal == null ? null : refusal.in(Messages.of(editor.language()))));
  }

  @GetMapping("/api/v1/wire")
  WireObject.Page list(
      @RequestParam(defaultValue = "inbox") String list,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      Reader editor) {
    WireList asked = asked(list);
    if (limit < 1 || limit > MOST) {
      throw Failure.invalid("limit", "desk.limit-range", MOST);
    }
    List<WireEntry> found = wire.list(asked, after(cursor), limit + 1);
    List<WireEntry> shown = found.subList(0, Math.min(limit, found.size()));
    String next = found.size() > limit ? shown.getLast().id().toString() : null;
    Map<WireItemId, String> paths = desk.paths(shown);
    return new WireObject.Page(
        shown.stream().map(entry -> object(entry, paths.get(entry.id()), null, null)).toList(),
        next,
        wire.count(asked));
  }

  @PostMapping("/api/v1/wire/{id:" + ID + "}/publish")
  WireObject publish(
      @PathVariable long id,
      @RequestBody(required = false) @Nullable Choice choice,
      Reader editor) {
    WireItemId item = existing(id);
    desk.publish(item, choice == null ? null : choice.section(), editor);
    WireEntry entry = wire.find(item).orElseThrow();
    return object(entry, desk.path(item).orElse(null), null, null);
  }

  /**
   * @param section where the article goes; null: where the rule puts it
   */
  record Choice(@Nullable String section) {}

  private WireItemId existing(long id) {
    WireItemId item = new WireItemId(id);
    if (wire.find(item).isEmpty()) {
      throw Failure.notFound();
    }
    return item;
  }

  private static @Nullable WireItemId after(@Nullable String cursor) {
    if (cursor != null && !cursor.matches(ID)) {
      throw Failure.invalid("cursor", "desk.cursor-unknown");
    }
    return cursor == null ? null : new WireItemId(Long.parseLong(cursor));
  }

  private static WireList asked(String name) {
    return WireList.named(name)
        .orElseThrow(() -> Failure.invalid("list", "desk.list-unknown", name));
  }

  private WireObject object(
      WireEntry entry, @Nullable String path, @Nullable String outcome, @Nullable String problem) {
    Instant embargo = entry.embargo();
    return new WireObject(
        entry.id().value(),
        entry.provider(),
        entry.guid(),
        entry.version(),
        word(entry.kind()),
        word(entry.state()),
        word(entry.status()),
        entry.headline(),
        entry.kicker(),
        entry.credit(),
        entry.urgency(),
        entry.signal(),
        embargo == null ? null : times.iso(embargo),
        entry.revived(),
        entry.updateWaits(),
        times.iso(entry.receivedAt()),
        times.iso(entry.changedAt()),
        path == null ? null : settings.links().absolute(path),
        outcome,
        problem);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
