package org.talblatt.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/**
 * The list of notifications as a page.
 *
 * @param unread how many are unread in all, up to a hundred
 * @param older the path of the next page; null on the last
 * @param mail whether mails are switched on
 */
public record NotificationsView(
    List<Notification> shown, int unread, @Nullable String older, boolean mail, Times times) {

  /** The newest shown: everything up to it is read by "all read". */
  public long newest() {
    return shown.isEmpty() ? 0 : shown.getFirst().id();
  }

  /** Where one leads: to the comment, or to the reasons of a decision. */
  public static String path(Notification notification) {
    CommentId comment = notification.comment();
    return notification.decision() != null && notification.kind() != Notification.Kind.RELEASED
        ? "/konto/meldungen#fall-" + notification.decision() + "-0"
        : comment == null ? "/mitteilungen" : Links.comment(comment);
  }

  /** "Berta hat dir geantwortet". */
  public static String title(Messages words, Notification notification) {
    return words.get("notification." + notification.kind().word(), notification.actor());
  }
}
