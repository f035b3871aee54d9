package org.talblatt.desk.front;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.FrontPlan;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.platform.text.Shortened;
import org.talblatt.platform.text.Storable;

/**
 * The line of breaking news as it stands in its form.
 *
 * @param article a number or an address that ends with one; empty for words alone
 * @param until local date and time
 */
record LineForm(String text, String article, String until) {
  private static final Pattern NUMBER = Pattern.compile("(?:.*[-/])?([1-9][0-9]{0,17})(?:[?#].*)?");
  private static final Duration USUAL = Duration.ofHours(2);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final int MOST_TYPED = 500;

  /** What came with the request. */
  static LineForm typed(String text, String article, String until) {
    return new LineForm(clean(text), clean(article), clean(until));
  }

  private static String clean(String typed) {
    return Shortened.to(MOST_TYPED, Storable.of(typed).replaceAll("\\s+", " ").strip());
  }

  /** The form that says what holds; where nothing does, one that ends in two hours. */
  static LineForm of(FrontPlan.@Nullable Breaking line, ZoneId zone, Instant now) {
    if (line == null) {
      return new LineForm("", "", local(now.plus(USUAL), zone));
    }
    String article = line.article() == null ? "" : line.article().toString();
    return new LineForm(line.text(), article, local(line.until(), zone));
  }

  private static String local(Instant moment, ZoneId zone) {
    return moment.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  /**
   * What it says.
   *
   * @throws Failure that names the field which can't be read
   */
  FrontPlan.Breaking parse(ZoneId zone, Instant now) {
    if (text.isEmpty()) {
      throw Failure.invalid("text", "front.line-missing");
    }
    if (text.codePointCount(0, text.length()) > FrontPlan.LONGEST_LINE) {
      throw Failure.invalid("text", "front.line-long", FrontPlan.LONGEST_LINE);
    }
    return new FrontPlan.Breaking(text, linked(), end(zone, now));
  }

  private @Nullable ArticleId linked() {
    if (article.isEmpty()) {
      return null;
    }
    Matcher matcher = NUMBER.matcher(article);
    if (!matcher.matches()) {
      throw Failure.invalid("artikel", "front.article-unknown", article);
    }
    return new ArticleId(Long.parseLong(matcher.group(1)));
  }

  private Instant end(ZoneId zone, Instant now) {
    Instant end;
    try {
      end = LocalDateTime.parse(until).atZone(zone).toInstant();
    } catch (DateTimeException unreadable) {
      throw Failure.invalid("bis", "front.end-unreadable");
    }
    if (!end.isAfter(now)) {
      throw Failure.invalid("bis", "front.end-past");
    }
    if (end.isAfter(now.plus(LONGEST))) {
      throw Failure.invalid("bis", "front.end-far", LONGEST.toDays());
    }
    return end;
  }
}
