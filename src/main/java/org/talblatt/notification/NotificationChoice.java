package org.talblatt.notification;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a reader wants to hear of, and how often by mail.
 *
 * @param unsubscribe the key that stands in mails; whoever holds it may switch them off
 */
public record NotificationChoice(Set<Notification.Kind> wanted, Rhythm mail, UUID unsubscribe) {

  /** What holds as long as nothing was said: everything in the list, no mail. */
  static NotificationChoice usual() {
    return new NotificationChoice(
        Set.copyOf(Notification.Kind.choosable()), Rhythm.OFF, UUID.randomUUID());
  }

  /** Whether this kind is wanted. */
  public boolean wants(Notification.Kind kind) {
    return wanted.contains(kind);
  }

  /** How often mails come. */
  public enum Rhythm {
    OFF,
    AT_ONCE,
    HOURLY,
    /** In the morning. */
    DAILY;

    /** As it stands in forms and in the database. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Rhythm> ofSlug(String slug) {
      return Stream.of(values()).filter(rhythm -> rhythm.slug().equals(slug)).findFirst();
    }
  }
}
