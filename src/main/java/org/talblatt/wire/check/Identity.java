package org.talblatt.wire.check;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.Languages;
import org.talblatt.wire.format.Moments;
import org.talblatt.wire.format.Terms;
import tools.jackson.databind.JsonNode;

/** The normalisations of single values. */
final class Identity {
  private static final Pattern AP_QUERY =
      Pattern.compile("(https?://api\\.ap\\.org/media/v/content/\\p{Alnum}+)\\?.*");
  private static final Pattern COMPACT_MOMENT =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})(Z|[+-]\\d{4})?");

  /** "131137 GMT Nov 13". */
  private static final Pattern TRAILER = Pattern.compile("(\\d{2})(\\d{2})(\\d{2})\\b.*");

  /** "AP-WF-11-13-13 0745GMT". */
  private static final Pattern AMERICAN =
      Pattern.compile("\\p{Lu}{2}-\\p{Lu}{2}-(\\d{2})-(\\d{2})-(\\d{2}) (\\d{4})GMT<?");

  private Identity() {}

  /** The revision at the end is no part of ours, neither is AP's query. */
  static boolean guid(JsonNode value, WireItem item) {
    String bare = AP_QUERY.matcher(Values.plain(value)).replaceFirst("$1");
    return bare.equals(item.guid())
        || bare.replaceFirst(":\\d+\\p{L}?$", "").equals(item.guid())
        || bare.replaceFirst("_\\d{1,3}$", "").equals(item.guid())
        || item.guid().startsWith(bare + ":")
        || bare.equals(item.guid() + ":" + item.version());
  }

  static boolean kind(JsonNode value, WireItem item) {
    List<String> names = Values.texts(value).stream().map(Terms::localPart).toList();
    return names.stream().anyMatch(name -> same(name.toLowerCase(Locale.ROOT), item));
  }

  private static boolean same(String name, WireItem item) {
    return switch (name) {
      case "graphic" -> item.kind() == WireItem.Kind.GRAPHICS;
      case "photo" -> item.kind() == WireItem.Kind.PICTURE;
      case "event", "planning", "advisory" -> item.forEditors();
      case "complexdata" -> item.kind() == WireItem.Kind.TEXT;
      default -> name.equalsIgnoreCase(item.kind().name());
    };
  }

  static String status(JsonNode value) {
    String status = Terms.localPart(Values.plain(value)).replaceFirst(" \\(default.*", "");
    return status.startsWith("null") || status.equals("embargoed") ? "" : status;
  }

  /** "Associated Press" or "AP", whichever they wrote: one stands in the other. */
  static boolean house(JsonNode value, WireItem item) {
    String theirs = Values.letters(Values.plain(value));
    String ours = Values.letters(item.provider());
    return !ours.isEmpty()
        && (theirs.contains(ours)
            || ours.contains(theirs)
            || theirs.equals(Values.letters(item.credit())));
  }

  /** "dpa 0045", "lni 0000": dpa's regional services are dpa's. */
  static boolean agency(JsonNode value, WireItem item) {
    String text = Values.plain(value);
    return text.contains(item.provider())
        || (text.startsWith("l") && item.provider().equals("dpa"));
  }

  static boolean language(JsonNode value, WireItem item) {
    return Languages.tag(Values.plain(value)).equals(item.language());
  }

  static boolean moment(JsonNode value, @Nullable OffsetDateTime ours) {
    Matcher compact = COMPACT_MOMENT.matcher(Values.plain(value));
    if (compact.matches()) {
      return ours != null && compact(compact, ours);
    }
    Matcher american = AMERICAN.matcher(Values.plain(value));
    if (american.matches()) {
      return ours != null && american(american, ours);
    }
    if (Values.plain(value).startsWith("KWS-")) {
      return ours != null
          && Values.plain(value)
              .contains(ours.format(DateTimeFormatter.ofPattern("HH:mm-dd-MM-yy", Locale.ROOT)));
    }
    Matcher trailer = TRAILER.matcher(Values.plain(value));
    if (trailer.matches()) {
      return ours != null
          && trailer
              .group()
              .startsWith(
                  "%02d%02d%02d".formatted(ours.getDayOfMonth(), ours.getHour(), ours.getMinute()));
    }
    return Values.same(value, ours);
  }

  private static boolean american(Matcher theirs, OffsetDateTime ours) {
    return "%s-%s-%s %s"
        .formatted(theirs.group(1), theirs.group(2), theirs.group(3), theirs.group(4))
        .equals(ours.format(DateTimeFormatter.ofPattern("MM-dd-yy HHmm", Locale.ROOT)));
  }

  /** Without offset the clock on the wall is compared: whose it is the format doesn't say. */
  private static boolean compact(Matcher theirs, OffsetDateTime ours) {
    String wall =
        "%s-%s-%sT%s:%s:%s"
            .formatted(
                theirs.group(1),
                theirs.group(2),
                theirs.group(3),
                theirs.group(4),
                theirs.group(5),
                theirs.group(6));
    String offset = theirs.group(7);
    return offset == null
        ? ours.toLocalDateTime().withNano(0).equals(LocalDateTime.parse(wall))
        : ours.isEqual(Objects.requireNonNull(Moments.of(wall + offset)));
  }

  /** Where the first such line of a file is a picture's, it stands with the picture. */
  static boolean line(JsonNode value, WireItem item, String ours) {
    String theirs = Values.letters(Values.plain(value));
    return theirs.equals(Values.letters(ours))
        || item.pictures().stream().anyMatch(p -> Values.letters(p.credit()).contains(theirs));
  }

  /** The place alone; some have a moment there, which is none. */
  static boolean dateline(JsonNode value, WireItem item) {
    String text = Values.plain(value).replaceFirst(".*[=<] ", "");
    String place = text.replaceFirst("\\s*(\\([^)]*\\))?\\s*(?:\\.-|[-–_=])*\\s*$", "");
    return place.equals(Values.plain(item.dateline())) || place.matches("\\d.*");
  }
}
