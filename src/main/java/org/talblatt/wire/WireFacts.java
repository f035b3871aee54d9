package org.talblatt.wire;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.text.Storable;

/**
 * What an item can be found by and what rules look at: the same on arrival and later, read from the
 * database.
 *
 * @param topics codes and names in lower case: as the agency has them, as we call them, and the
 *     great subject of each
 * @param places codes and names in lower case, the dateline among them
 * @param title headline, kicker, subhead and teaser, a line each
 * @param text of the body, without markup
 */
public record WireFacts(
    String provider,
    List<String> topics,
    List<String> places,
    @Nullable Integer urgency,
    String language,
    String title,
    String text) {
  /** No search needs more of a text. */
  private static final int LONGEST_TEXT = 40_000;

  private static final String BETWEEN = "\n\n";

  /** What an item tells about itself. */
  static WireFacts of(WireItem item) {
    String title =
        Stream.of(item.headline(), item.kicker(), item.subhead(), item.teaser())
            .filter(line -> !line.isEmpty())
            .map(line -> line.replace('\n', ' '))
            .collect(Collectors.joining("\n"));
    String body = Jsoup.parseBodyFragment(item.body().html()).text();
    return new WireFacts(
        item.provider(),
        topics(item.topics()),
        places(item),
        item.urgency(),
        item.language(),
        Storable.of(shortened(title)),
        Storable.of(shortened(body)));
  }

  /** As kept in one column: title, empty line, text. */
  static WireFacts stored(WireFacts facts, String plain) {
    int end = plain.indexOf(BETWEEN);
    return new WireFacts(
        facts.provider,
        facts.topics,
        facts.places,
        facts.urgency,
        facts.language,
        end < 0 ? plain : plain.substring(0, end),
        text(plain));
  }

  /** The text of what is kept in that column. */
  static String text(String plain) {
    int end = plain.indexOf(BETWEEN);
    return end < 0 ? "" : plain.substring(end + BETWEEN.length());
  }

  String plain() {
    return title + BETWEEN + text;
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
  }

  private static List<String> topics(List<WireItem.Topic> topics) {
    Set<String> words = new LinkedHashSet<>();
    for (WireItem.Topic topic : topics) {
      words.add(topic.code());
      words.add(topic.name());
      words.addAll(MediaTopics.names(topic.code()));
      MediaTopics.top(topic.code())
          .ifPresent(
              top -> {
                words.add(top);
                words.addAll(MediaTopics.names(top));
              });
    }
    return lower(words);
  }

  private static List<String> places(WireItem item) {
    Set<String> words = new LinkedHashSet<>();
    for (WireItem.Topic place : item.places()) {
      words.add(place.code());
      words.add(place.name());
    }
    words.addAll(List.of(item.dateline().split("[/,]")));
    return lower(words);
  }

  private static List<String> lower(Collection<String> words) {
    return words.stream()
        .map(word -> Storable.of(word).strip().toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
