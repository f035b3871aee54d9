package org.talblatt.notification;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.discussion.Following;

/**
 * The page of choices.
 *
 * @param sections further ways to hear of things
 * @param note good news to show; null for none
 */
public record ChoiceView(
    NotificationChoice choice,
    List<Following.Followed> followed,
    List<Following.FollowedBranch> branches,
    List<Content> sections,
    @Nullable String note) {

  /** What can be chosen, in the order of the form. */
  public static List<Notification.Kind> kinds() {
    return Notification.Kind.choosable();
  }

  /** The rhythms in the order of the form. */
  public static NotificationChoice.Rhythm[] rhythms() {
    return NotificationChoice.Rhythm.values();
  }
}
