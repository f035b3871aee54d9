package org.talblatt.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;

/**
 * How the front page is arranged: what stands above everything else, in which order the sections
 * follow, and a line of breaking news. All else is in the order of time and weight.
 *
 * @param byNews whether the section with the newest and weightiest stories comes first; else they
 *     stand as in the masthead
 * @param pins what stands on top, first the highest
 * @param breaking null where nothing is
 */
public record FrontPlan(boolean byNews, List<Pin> pins, @Nullable Breaking breaking) {
  /** So many stories stand above the order of time at most. */
  public static final int MOST_PINS = 6;

  /** So long a line of breaking news is at most. */
  public static final int LONGEST_LINE = 160;

  /** Nothing arranged: the order of time and weight alone. */
  public static final FrontPlan NONE = new FrontPlan(false, List.of(), null);

  /**
   * A story that stands on top.
   *
   * @param until when it falls back into the order of time; null = when somebody takes it down
   */
  public record Pin(ArticleId article, @Nullable Instant until) {
    boolean holds(Instant now) {
      return until == null || until.isAfter(now);
    }
  }

  /**
   * A line above the page.
   *
   * @param article what it leads to, and without which it does not stand; null for words alone
   */
  public record Breaking(String text, @Nullable ArticleId article, Instant until) {}

  /** What of it holds at this moment. */
  public FrontPlan at(Instant now) {
    return new FrontPlan(
        byNews,
        pins.stream().filter(pin -> pin.holds(now)).toList(),
        breaking != null && breaking.until().isAfter(now) ? breaking : null);
  }

  /** When the clock alone will next end something of it; null where nothing ends. */
  public @Nullable Instant nextEnd(Instant now) {
    FrontPlan present = at(now);
    Breaking line = present.breaking();
    Instant next = line == null ? null : line.until();
    for (Pin pin : present.pins()) {
      Instant until = pin.until();
      next = until != null && (next == null || until.isBefore(next)) ? until : next;
    }
    return next;
  }

  /** All articles that it names, each once. */
  public List<ArticleId> articles() {
    Set<ArticleId> named = new LinkedHashSet<>();
    pins.forEach(pin -> named.add(pin.article()));
    if (breaking != null && breaking.article() != null) {
      named.add(breaking.article());
    }
    return List.copyOf(named);
  }

  /** Whether this article stands on top. */
  public boolean pinned(ArticleId article) {
    return pins.stream().anyMatch(pin -> pin.article().equals(article));
  }

  /**
   * With this article above all others; one that is pinned already keeps its place and gets the new
   * end.
   *
   * @throws Failure where no more fit
   */
  public FrontPlan pin(ArticleId article, @Nullable Instant until) {
    Pin pin = new Pin(article, until);
    List<Pin> changed = new ArrayList<>(pins);
    if (pinned(article)) {
      changed.replaceAll(each -> each.article().equals(article) ? pin : each);
    } else {
      changed.addFirst(pin);
    }
    if (changed.size() > MOST_PINS) {
      throw Failure.of(Failure.Kind.INVALID, "front.pins-full", MOST_PINS);
    }
    return new FrontPlan(byNews, List.copyOf(changed), breaking);
  }

  /** Without it on top. */
  public FrontPlan unpin(ArticleId article) {
    return new FrontPlan(
        byNews, pins.stream().filter(pin -> !pin.article().equals(article)).toList(), breaking);
  }

  /** With this pinned one a place higher or lower; at the end of the list nothing changes. */
  public FrontPlan move(ArticleId article, boolean up) {
    List<Pin> changed = new ArrayList<>(pins);
    for (int at = 0; at < changed.size(); at++) {
      int other = up ? at - 1 : at + 1;
      if (changed.get(at).article().equals(article) && other >= 0 && other < changed.size()) {
        Collections.swap(changed, at, other);
        break;
      }
    }
    return new FrontPlan(byNews, List.copyOf(changed), breaking);
  }

  /** With another line of breaking news, or none. */
  public FrontPlan breaking(@Nullable Breaking line) {
    return new FrontPlan(byNews, pins, line);
  }

  /** With the sections in the order of their news, or in the masthead's. */
  public FrontPlan byNews(boolean wanted) {
    return new FrontPlan(wanted, pins, breaking);
  }
}
