package org.talblatt.desk.picture;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.Failure;
import org.talblatt.picture.Focus;
import org.talblatt.picture.KeptPicture;
import org.talblatt.picture.PictureWords;
import org.talblatt.platform.text.Storable;

/**
 * What is typed about a picture, as it was typed.
 *
 * @param until the last day on which it may be shown, as a date field sends it; empty = for ever
 * @param x the focus from the left, in hundredths
 */
public record WordsForm(
    String alternative,
    String caption,
    String credit,
    String rights,
    String until,
    String x,
    String y) {
  /** In characters, as the form has it too. */
  public static final int LONGEST = 2000;

  private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

  static WordsForm of(KeptPicture kept, ZoneId zone) {
    Instant end = kept.picture().expiresAt();
    return new WordsForm(
        kept.picture().alternative(),
        kept.picture().caption(),
        kept.picture().credit(),
        kept.rights(),
        end == null ? "" : end.minusMillis(1).atZone(zone).toLocalDate().toString(),
        hundredths(kept.picture().focus().x()),
        hundredths(kept.picture().focus().y()));
  }

  static WordsForm typed(Map<String, String> sent) {
    return new WordsForm(
        text(sent, "alternativtext"),
        text(sent, "legende"),
        text(sent, "nachweis"),
        text(sent, "rechte"),
        text(sent, "bis"),
        text(sent, "links"),
        text(sent, "oben"));
  }

  private static String text(Map<String, String> sent, String name) {
    return Storable.of(sent.getOrDefault(name, "")).strip();
  }

  private static String hundredths(double share) {
    return Long.toString(Math.round(share * 100));
  }

  /** The same, checked. */
  PictureWords parse(ZoneId zone) {
    if (alternative.isEmpty()) {
      throw Failure.invalid("alternativtext", "pictures.alternative-missing");
    }
    check("alternativtext", alternative);
    check("legende", caption);
    check("nachweis", credit);
    check("rechte", rights);
    Focus focus = new Focus(share("links", x), share("oben", y));
    return new PictureWords(alternative, caption, credit, rights, focus, end(zone));
  }

  private static void check(String field, String text) {
    if (text.length() > LONGEST) {
      throw Failure.invalid(field, "pictures.too-long", LONGEST);
    }
  }

  private static double share(String field, String typed) {
    if (!typed.matches("[0-9]{1,2}|100")) {
      throw Failure.invalid(field, "pictures.focus-range");
    }
    return Integer.parseInt(typed) / 100.0;
  }

  private @Nullable Instant end(ZoneId zone) {
    if (until.isEmpty()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(until);
      if (day.isAfter(LAST) || day.getYear() < 1900) {
        throw Failure.invalid("bis", "pictures.date-unknown");
      }
      return day.plusDays(1).atStartOfDay(zone).toInstant();
    } catch (DateTimeException unreadable) {
      throw Failure.invalid("bis", "pictures.date-unknown");
    }
  }
}
