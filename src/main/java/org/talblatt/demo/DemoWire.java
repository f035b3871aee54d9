package org.talblatt.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.talblatt.desk.Deliveries;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireList;
import tools.jackson.databind.json.JsonMapper;

/**
 * What agencies send to the demo: waiting, urgent and embargoed items, a correction, a withdrawal,
 * a preview for the ticker, a broken file. Nothing where something came in already.
 */
@Component
public class DemoWire {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Wire wire;
  private final Deliveries deliveries;
  private final Clock clock;

  DemoWire(Wire wire, Deliveries deliveries, Clock clock) {
    this.wire = wire;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** Delivers everything once. */
  public void fill() {
    if (wire.count(WireList.ALL) > 0) {
      return;
    }
    Instant now = clock.instant();
    for (Message message : read()) {
      deliveries.deliver(JSON.writeValueAsBytes(entry(message, now)), message.id(), null, false);
    }
    byte[] broken = "<newsMessage>\n<itemSet><newsItem".getBytes(StandardCharsets.UTF_8);
    deliveries.deliver(broken, "abgebrochen.xml", null, false);
  }

  private static Map<String, @Nullable Object> entry(Message message, Instant now) {
    Map<String, @Nullable Object> entry = new HashMap<>();
    String made = now.minus(Duration.ofMinutes(message.minutesAgo())).toString();
    entry.put("format", "digitalwires@0.9.1");
    entry.put("entry_id", message.id() + "-" + message.version());
    entry.put("urn", "urn:newsml:demo.invalid:" + message.id());
    entry.put("version", message.version());
    entry.put("version_created", made);
    entry.put("updated", made);
    entry.put("pubstatus", message.status() == null ? "usable" : message.status());
    entry.put("signal", message.signal());
    entry.put(
        "embargoed",
        message.embargoHours() == null
            ? null
            : now.plus(Duration.ofHours(message.embargoHours())).toString());
    entry.put("language", "de");
    entry.put("urgency", message.urgency());
    entry.put("kicker", message.kicker());
    entry.put("headline", message.headline());
    entry.put("teaser", message.teaser());
    entry.put("byline", message.byline());
    entry.put("dateline", message.dateline());
    entry.put("creditline", message.credit());
    entry.put("article_html", "<p>" + String.join("</p><p>", message.text()) + "</p>");
    entry.put("ednotes", notes(message));
    entry.put(
        "categories",
        List.of(
            Map.of("type", "dnltype:desk", "name", message.desk(), "qcode", message.desk()),
            Map.of("type", "dnltype:provider", "qcode", "dnlprov:" + message.provider()),
            Map.of(
                "type",
                "dnltype:genre",
                "qcode",
                message.genre() == null ? "dpatextgenre:1" : message.genre())));
    return entry;
  }

  private static List<Map<String, Object>> notes(Message message) {
    Map<String, Object> contact =
        Map.of(
            "role", "dpaednoterole:contacts", "ednote", message.contact(), "is_publishable", false);
    return message.correction() == null
        ? List.of(contact)
        : List.of(
            contact,
            Map.of(
                "role",
                "dpaednoterole:correction",
                "ednote",
                message.correction(),
                "is_publishable",
                true));
  }

  private static List<Message> read() {
    try (InputStream in = new ClassPathResource("demo/wire.json").getInputStream()) {
      return List.of(JSON.readValue(in, Message[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Message(
      String id,
      int version,
      int minutesAgo,
      int urgency,
      String desk,
      String provider,
      @Nullable String genre,
      @Nullable String status,
      @Nullable String signal,
      @Nullable String correction,
      @Nullable Integer embargoHours,
      String kicker,
      String headline,
      String teaser,
      String byline,
      String dateline,
      String credit,
      List<String> text,
      String contact) {}
}
