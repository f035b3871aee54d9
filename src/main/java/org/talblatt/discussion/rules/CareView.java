package org.talblatt.discussion.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.discussion.Comment;
import org.talblatt.discussion.CommentVersions;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import org.talblatt.platform.text.WordDiff;

/**
 * One comment as the newsroom sees it, ready for its template.
 *
 * @param headline of its article
 * @param may whether this reader may pin it and end its answers
 * @param closedAbove whether its answers were ended further up
 * @param versions its texts, for moderators; empty for others
 */
public record CareView(
    Comment comment,
    String headline,
    String language,
    boolean may,
    boolean closedAbove,
    List<CommentVersions.Version> versions,
    @Nullable String problem,
    boolean done,
    Messages words,
    Times times) {

  /** What one edit changed. */
  public record Edit(Instant at, List<WordDiff.Piece> pieces) {}

  /** Whether this reader sees the texts that it had. */
  public boolean withVersions() {
    return !versions.isEmpty();
  }

  /** What each edit changed, the last first. */
  public List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    for (int i = versions.size() - 1; i > 0; i--) {
      CommentVersions.Version after = versions.get(i);
      edits.add(
          new Edit(after.since(), WordDiff.between(versions.get(i - 1).text(), after.text())));
    }
    return edits;
  }
}
