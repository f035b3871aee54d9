package org.talblatt.wire;

import java.util.List;
import java.util.Locale;

/** What an agency's word to the newsroom is. */
public enum DeskKind {
  /** What is planned for a day. */
  DAY_PLAN,
  /** What is planned for a subject or a longer time. */
  PREVIEW,
  /** What was reported so far. */
  OVERVIEW,
  /** A notice about an item: attention, a correction to come. */
  NOTICE,
  MESSAGE;

  private static final List<String> OVERVIEWS = List.of("überblick", "übersicht", "overview");
  private static final List<String> NOTICES = List.of("achtung", "aviso", "avviso", "advisory");

  /** By its genre, else by its headline. */
  static DeskKind of(WireItem item) {
    String genres =
        item.topics().stream()
            .filter(topic -> topic.code().toLowerCase(Locale.ROOT).contains("genre"))
            .map(topic -> topic.name().toLowerCase(Locale.ROOT))
            .reduce("", (all, name) -> all + " " + name);
    String headline = item.headline().toLowerCase(Locale.ROOT);
    DeskKind told = of(genres);
    if (told == PREVIEW && headline.contains("tagesvorschau")) {
      return DAY_PLAN;
    }
    return told == MESSAGE ? of(headline) : told;
  }

  private static DeskKind of(String words) {
    if (NOTICES.stream().anyMatch(words::contains)) {
      return NOTICE;
    }
    if (words.contains("tagesvorschau")
        || words.contains("terminvorschau")
        || words.contains("day plan")
        || words.contains("agenda")) {
      return DAY_PLAN;
    }
    if (words.contains("vorschau") || words.contains("preview") || words.contains("termin")) {
      return PREVIEW;
    }
    return OVERVIEWS.stream().anyMatch(words::contains) ? OVERVIEW : MESSAGE;
  }
}
