package org.talblatt.platform.page;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * What one node tells the others: its name and what has changed. A mark is a tag, a tag behind a
 * {@code ~} where only counts changed, news behind a {@code !}, or {@code *} for everything.
 */
record PurgeMessage(String node, List<String> marks) {
  static final String CHANNEL = "page_change";

  /** PostgreSQL takes 8,000 bytes at most. */
  private static final int MOST_BYTES = 7000;

  private static final List<String> EVERYTHING = List.of(Tags.ALL);

  /** The message that fits; too much to name is everything. */
  static PurgeMessage of(String node, Collection<String> marks) {
    PurgeMessage message = new PurgeMessage(node, List.copyOf(marks));
    boolean fits = message.text().getBytes(StandardCharsets.UTF_8).length < MOST_BYTES;
    return fits && !marks.contains(Tags.ALL) ? message : new PurgeMessage(node, EVERYTHING);
  }

  /** Reads what {@link #text} wrote. */
  static PurgeMessage parse(String text) {
    List<String> words = List.of(text.split(" "));
    return new PurgeMessage(words.getFirst(), words.subList(1, words.size()));
  }

  String text() {
    return node + " " + String.join(" ", marks);
  }
}
