package org.talblatt.moderation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;

/**
 * An order as typed. {@link #parse} makes of it what can be stored.
 *
 * @param comment the address of the comment, or what ends like one
 * @param received a day, as in 2026-11-24
 */
public record OrderForm(String comment, String authority, String reference, String received) {
  private static final Pattern PERMALINK =
      Pattern.compile("/artikel/([1-9][0-9]{0,17})/kommentare/([1-9][0-9]{0,8})/?$");
  private static final Pattern ON_PAGE =
      Pattern.compile("[/-]([1-9][0-9]{0,17})(?:\\?[^#]*)?#kommentar-([1-9][0-9]{0,8})$");
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_ADDRESS = 2000;

  /** What was typed, understood. */
  record Parsed(CommentId comment, String authority, String reference, LocalDate received) {}

  static OrderForm empty(LocalDate today) {
    return new OrderForm("", "", "", today.toString());
  }

  /** Refuses what is missing or makes no sense, all at once. */
  Parsed parse(LocalDate today) {
    Map<String, String> wrong = new LinkedHashMap<>();
    Optional<CommentId> named = named(comment.strip());
    if (named.isEmpty()) {
      wrong.put("comment", "orders.comment-unknown");
    }
    String by = line("authority", authority, wrong);
    if (by.isEmpty() && !wrong.containsKey("authority")) {
      wrong.put("authority", "orders.authority-missing");
    }
    String own = line("reference", reference, wrong);
    LocalDate day = day(received.strip());
    if (day == null || day.isAfter(today) || day.isBefore(today.minusYears(20))) {
      wrong.put("received", "orders.received-wrong");
    }
    if (!wrong.isEmpty() || day == null) {
      throw Failure.invalid(wrong);
    }
    return new Parsed(named.orElseThrow(), by, own, day);
  }

  private static Optional<CommentId> named(String address) {
    if (address.length() > LONGEST_ADDRESS) {
      return Optional.empty();
    }
    for (Pattern form : new Pattern[] {PERMALINK, ON_PAGE}) {
      Matcher found = form.matcher(address);
      if (found.find()) {
        ArticleId article = new ArticleId(Long.parseLong(found.group(1)));
        return Optional.of(new CommentId(article, Integer.parseInt(found.group(2))));
      }
    }
    return Optional.empty();
  }

  private static String line(String field, String typed, Map<String, String> wrong) {
    String line = Prose.line(typed);
    if (line.length() > LONGEST_LINE) {
      wrong.put(field, "orders.line-long");
    }
    return line;
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }
}
