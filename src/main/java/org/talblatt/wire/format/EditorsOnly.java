package org.talblatt.wire.format;

import java.util.Collection;
import java.util.Set;
import org.talblatt.wire.WireItem;

/**
 * Messages from an agency to newsrooms: notices, previews, day plans, overviews. They go to the
 * desk's ticker; published, they would be junk articles with staff's phone numbers in them.
 */
final class EditorsOnly {
  /**
   * dpa: Achtung, Nachrichtenüberblick, Vorschau; the desks for service and for programme notes.
   */
  private static final Set<String> CODES =
      Set.of("dpatextgenre:27", "dpatextgenre:30", "dpatextgenre:32", "dpacat:rs", "dpacat:dm");

  private static final Set<String> GENRES =
      Set.of(
          "Achtung",
          "Vorschau",
          "Nachrichtenüberblick",
          "Tagesvorschau",
          "Terminvorschau",
          "Wochenvorschau",
          "Terminübersicht",
          "Aviso");

  private EditorsOnly() {}

  static boolean is(Collection<WireItem.Topic> topics) {
    return topics.stream()
        .anyMatch(
            topic ->
                CODES.contains(topic.code())
                    || (topic.code().contains("genre") && GENRES.contains(topic.name())));
  }
}
