package org.talblatt.desk;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Entities;
import org.talblatt.article.Draft;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.platform.text.SafeHtml;
import org.talblatt.wire.WireItem;

/**
 * An agency item as the draft of an article. Takes what is meant for readers, by name; notes are
 * not among it.
 */
final class ItemDraft {
  private static final int MOST_TOPICS = 6;
  private static final List<String> NOT_FOR_READERS =
      List.of("apadesk:", "dpacat:", "dnlpath:", "products:", "a1312cat:", "MCC", "N2:");

  private ItemDraft() {}

  /**
   * A new article.
   *
   * @param unread whether nobody read it: then the agency's notice is printed under it
   */
  static Draft fresh(WireItem item, String section, boolean unread) {
    OffsetDateTime embargo = item.embargo();
    return new Draft(
        section,
        item.headline(),
        item.kicker(),
        item.subhead(),
        item.teaser(),
        item.byline(),
        item.credit(),
        item.dateline(),
        body(item, unread),
        item.language().isEmpty() ? "de" : item.language(),
        item.correcting() ? item.correctionNote() : "",
        null,
        topics(item),
        0,
        null,
        embargo == null ? null : embargo.toInstant());
  }

  /** The agency's new wording in an article that keeps what the paper decided about it. */
  static Draft update(WireItem item, Draft present, boolean unread) {
    Draft fresh = fresh(item, present.section(), unread);
    return new Draft(
        present.section(),
        fresh.headline(),
        fresh.kicker(),
        fresh.subhead(),
        fresh.teaser(),
        fresh.byline(),
        fresh.credit(),
        fresh.dateline(),
        fresh.body(),
        fresh.language(),
        fresh.correctionNote().isEmpty() ? present.correctionNote() : fresh.correctionNote(),
        present.picture(),
        fresh.topics(),
        present.weight(),
        present.discussion(),
        fresh.embargoUntil());
  }

  private static SafeHtml body(WireItem item, boolean unread) {
    return unread && !item.publishNotice().isEmpty()
        ? ArticleHtml.clean(
            item.body().html() + "<p>" + Entities.escape(item.publishNotice()) + "</p>")
        : item.body();
  }

  /** Subjects and keywords by name; desks, genres and codes are the newsroom's. */
  private static List<String> topics(WireItem item) {
    List<String> names = new ArrayList<>();
    for (WireItem.Topic topic : item.topics()) {
      boolean forReaders =
          !topic.name().isEmpty()
              && !topic.code().toLowerCase(Locale.ROOT).contains("genre")
              && NOT_FOR_READERS.stream().noneMatch(topic.code()::startsWith);
      if (forReaders && names.stream().noneMatch(topic.name()::equalsIgnoreCase)) {
        names.add(topic.name());
      }
    }
    return names.stream().limit(MOST_TOPICS).toList();
  }
}
