package org.talblatt.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Times;
import org.talblatt.wire.WireEntry;

/** An agency item as a JSON object of the API. */
@Component
class WireObjects {
  private final Desk desk;
  private final Settings settings;
  private final Times times;

  WireObjects(Desk desk, Settings settings) {
    this.desk = desk;
    this.settings = settings;
    this.times = new Times(settings.zone(), Locale.ROOT);
  }

  Map<String, @Nullable Object> of(WireEntry entry) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("id", entry.id().value());
    object.put("provider", entry.provider());
    object.put("guid", entry.guid());
    object.put("version", entry.version());
    object.put("kind", word(entry.kind()));
    object.put("state", word(entry.state()));
    object.put("status", word(entry.status()));
    object.put("headline", entry.headline());
    object.put("kicker", entry.kicker());
    object.put("credit", entry.credit());
    object.put("urgency", entry.urgency());
    object.put("signal", entry.signal());
    object.put("embargo", moment(entry.embargo()));
    object.put("revived", entry.revived());
    object.put("updateWaits", entry.updateWaits());
    object.put("receivedAt", moment(entry.receivedAt()));
    object.put("changedAt", moment(entry.changedAt()));
    object.put(
        "articleUrl",
        entry.taken() ? desk.path(entry.id()).map(settings.links()::absolute).orElse(null) : null);
    return object;
  }

  private @Nullable String moment(@Nullable Instant moment) {
    return moment == null ? null : times.iso(moment);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
