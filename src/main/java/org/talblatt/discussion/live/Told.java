package org.talblatt.discussion.live;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an event says: nothing that not everybody may know, and nothing about who listens. A browser
 * knows by the change numbers whether it missed something.
 *
 * @param change the thread's change number up to which all is said
 * @param last the highest number given
 * @param count how many comments stand under the article
 * @param title the same as a heading, in the article's language
 * @param changes in their order
 * @param votes counts that are others now
 */
record Told(
    long change, int last, int count, String title, List<Change> changes, List<Votes> votes) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What browsers are told last: the article is nowhere to be read any more. */
  static final String END = "event: end\ndata: {}\n\n";

  /**
   * One change to one comment.
   *
   * @param at the change number that it raised
   * @param what {@code new}, {@code edited} or {@code gone}
   * @param by whose a new one is; null for all else
   */
  record Change(long at, int number, String what, @Nullable String by) {}

  /** A comment's counts. */
  record Votes(int number, int up, int down) {}

  /** As a server-sent event. No line of JSON holds a line break. */
  String event() {
    return "id: " + change + "\ndata: " + JSON.writeValueAsString(this) + "\n\n";
  }
}
