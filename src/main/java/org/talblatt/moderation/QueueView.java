package org.talblatt.moderation;

import java.util.List;
import org.talblatt.identity.Reader;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/**
 * What waits for a moderator, ready for its template.
 *
 * @param total how many wait in all
 * @param done whether something was decided just now
 */
public record QueueView(
    List<Row> rows, int total, boolean done, Problems problems, Reader reader, Times times) {

  /** A comment with its forms; what was typed before a refusal stands in them. */
  public record Row(QueueEntry entry, DecisionForm form, Problems problems) {

    /** A ready-made statement in the language of the comment's author. */
    public String readyMade(String template) {
      return Messages.of(entry.authorLanguage()).get("moderation.template-" + template);
    }
  }
}
