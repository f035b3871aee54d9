package org.talblatt.moderation;

import java.util.Objects;

/**
 * An objection that waits for a publisher.
 *
 * @param mine whether its reader decided first, objects, or wrote the comment: then somebody else
 *     decides
 */
public record ComplaintView(
    Case about, String decidedBy, boolean mine, DecisionForm form, Problems problems) {

  public Complaint complaint() {
    return Objects.requireNonNull(about.complaint());
  }

  public Decision decision() {
    return Objects.requireNonNull(about.decision());
  }
}
