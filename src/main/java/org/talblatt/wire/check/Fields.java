package org.talblatt.wire.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.Terms;

/**
 * Which field of ours a key of the expectations speaks of; {@code docs/wire.md} says the same in
 * words. A key may mean something else in one format or section: then it stands here once more, as
 * {@code format/key} or {@code section/key}.
 */
final class Fields {
  private static final Map<String, Field> ALL = new LinkedHashMap<>();

  private Fields() {}

  static {
    identity();
    states();
    lines();
    ALL.putAll(ListFields.ALL);
    ALL.putAll(TextFields.ALL);
    ALL.putAll(FileFields.ALL);
  }

  /** The field for a key, the most particular first. */
  static Optional<Field> of(String format, String section, String key) {
    for (String name : new String[] {format + "/" + key, section + "/" + key, key}) {
      @Nullable Field field = ALL.get(name);
      if (field != null || NotOurs.reason(name).isPresent()) {
        return Optional.ofNullable(field);
      }
    }
    return Optional.empty();
  }

  /** Every key that is ours. */
  static Map<String, Field> all() {
    return ALL;
  }

  private static void identity() {
    ALL.put("guid", guid());
    ALL.put("urn", guid());
    ALL.put("uri", guid());
    ALL.put(
        "news_item_id",
        Field.of("guid", WireItem::guid, (v, i) -> i.guid().contains(Values.plain(v))));
    Field version =
        Field.of(
            "version",
            i -> Long.toString(i.version()),
            (v, i) -> Values.plain(v).equals(Long.toString(i.version())));
    ALL.put("version", version);
    Field provider =
        Field.of(
            "provider",
            WireItem::provider,
            (v, i) -> Values.local(v).equalsIgnoreCase(i.provider()));
    ALL.put("provider", provider);
    ALL.put("peer_test/source", Field.of("provider", WireItem::provider, Identity::house));
    ALL.put("agency_part", Field.of("provider", WireItem::provider, Identity::agency));
  }

  private static Field guid() {
    return Field.of("guid", WireItem::guid, Identity::guid);
  }

  private static void states() {
    Field kind = Field.of("kind", i -> i.kind().name(), Identity::kind);
    ALL.put("item_class", kind);
    ALL.put("type", kind);
    ALL.put("media_types", kind);
    Field status =
        Field.of(
            "status",
            i -> i.status().name(),
            (v, i) -> i.status() == Terms.status(Identity.status(v)));
    ALL.put("pubstatus", status);
    ALL.put("pubstatus_raw", status);
    moment(
        "versionCreated",
        WireItem::versionCreated,
        "version_created",
        "versioncreated",
        "date_issue",
        "trailer");
    moment("firstCreated", WireItem::firstCreated, "first_created", "firstcreated");
    moment("updated", WireItem::updated, "updated", "header_sent");
    moment("embargo", WireItem::embargo, "embargoed");
    moment("expires", WireItem::expires, "date_expire", "expiry");
    signs();
  }

  private static void signs() {
    Field urgency =
        Field.of(
            "urgency",
            i -> i.urgency() == null ? "" : i.urgency().toString(),
            (v, i) ->
                Values.plain(v).isEmpty()
                    ? i.urgency() == null
                    : Values.plain(v).equals("" + i.urgency()));
    ALL.put("urgency", urgency);
    ALL.put(
        "signals",
        Field.of("signal", WireItem::signal, (v, i) -> Values.texts(v).contains(i.signal())));
    ALL.put("signal", Field.text("signal", WireItem::signal));
    ALL.put("signal_includes", Field.text("signal", WireItem::signal));
    ALL.put(
        "service_message_to_editors",
        Field.of(
            "forEditors",
            i -> Boolean.toString(i.forEditors()),
            (v, i) -> v.asBoolean(false) == i.forEditors()));
    ALL.put("language", Field.of("language", WireItem::language, Identity::language));
  }

  private static void moment(
      String name, Function<WireItem, java.time.@Nullable OffsetDateTime> ours, String... keys) {
    Field field =
        Field.of(
            name, i -> Values.shown(ours.apply(i)), (v, i) -> Identity.moment(v, ours.apply(i)));
    for (String key : keys) {
      ALL.put(key, field);
    }
  }

  private static void lines() {
    ALL.put("headline", Field.text("headline", WireItem::headline));
    ALL.put(
        "headline_starts",
        Field.of(
            "headline",
            WireItem::headline,
            (v, i) -> Values.plain(i.headline()).startsWith(Values.plain(v))));
    ALL.put("subheadline", Field.text("subhead", WireItem::subhead));
    ALL.put(
        "subheadline_starts",
        Field.of(
            "subhead",
            WireItem::subhead,
            (v, i) -> Values.plain(i.subhead()).startsWith(Values.plain(v))));
    ALL.put("kicker", Field.text("kicker", WireItem::kicker));
    ALL.put("teaser", Field.text("teaser", WireItem::teaser));
    ALL.put("byline", Field.text("byline", WireItem::byline));
    ALL.put("autopublishnotice", Field.text("publishNotice", WireItem::publishNotice));
    ALL.put(
        "creditline",
        Field.of(
            "credit",
            WireItem::credit,
            (v, i) -> Values.plain(v).replaceAll("[–\\s]+$", "").equals(i.credit())));
    for (String format : new String[] {"newsml-1.2", "nitf"}) {
      ALL.put(
          format + "/byline",
          Field.of("byline", WireItem::byline, (v, i) -> Identity.line(v, i, i.byline())));
      ALL.put(
          format + "/creditline",
          Field.of("credit", WireItem::credit, (v, i) -> Identity.line(v, i, i.credit())));
    }
    ALL.put("credit_in_dateline", Field.text("credit", WireItem::credit));
    ALL.put("credit_display_expected", Field.text("credit", i -> "Von: " + i.credit()));
    ALL.put("dateline", Field.of("dateline", WireItem::dateline, Identity::dateline));
  }
}
