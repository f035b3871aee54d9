package org.talblatt.notification;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.discussion.CommentPinned;
import org.talblatt.discussion.CommentShown;
import org.talblatt.identity.Reader;
import org.talblatt.moderation.DecisionNews;

/** The door to notifications: who is told, what is read, who wants to hear of what. */
@Service
public class Bell {
  private final Notifications notifications;
  private final OwnNews own;
  private final NotificationChoices choices;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Bell(
      Notifications notifications,
      OwnNews own,
      NotificationChoices choices,
      ApplicationEventPublisher events,
      Clock clock) {
    this.notifications = notifications;
    this.own = own;
    this.choices = choices;
    this.events = events;
    this.clock = clock;
  }

  /** One statement in the writer's own transaction: nobody is told of what was rolled back. */
  @EventListener
  @Transactional
  public void tell(CommentShown comment) {
    ring(notifications.add(comment.id(), comment.author(), clock.instant()));
  }

  /** The owner of a comment or an account hears what was decided; mails tell it besides. */
  @EventListener
  @Transactional
  public void tell(DecisionNews news) {
    Notification.Kind kind =
        switch (news.what()) {
          case REMOVED -> Notification.Kind.REMOVED;
          case RELEASED -> Notification.Kind.RELEASED;
          case LIFTED -> Notification.Kind.LIFTED;
          case OBJECTION -> Notification.Kind.OBJECTION;
        };
    ring(own.add(news.account(), kind, news.comment(), news.decision(), clock.instant()));
  }

  /** Whose comment editors pin hears of it. */
  @EventListener
  @Transactional
  public void tell(CommentPinned pinned) {
    ring(own.add(pinned.author(), Notification.Kind.PINNED, pinned.id(), null, clock.instant()));
  }

  private void ring(List<Long> told) {
    if (!told.isEmpty()) {
      events.publishEvent(new Rung(told));
    }
  }

  /**
   * A reader's notifications, the newest first.
   *
   * @param before only older ones than this; {@link Long#MAX_VALUE} for the newest
   */
  List<Notification> list(Reader reader, long before, int limit) {
    return notifications.before(reader.account(), before, limit);
  }

  /** How many wait unread; no more than a hundred are counted. */
  int unread(Reader reader) {
    return notifications.unread(reader.account());
  }

  /** One that its reader hasn't seen yet and may still see. */
  public Optional<Notification> waiting(AccountId account, long id) {
    return notifications.find(account, id).filter(found -> !found.read());
  }

  /** All up to this one are read. */
  @Transactional
  public void read(Reader reader, long upTo) {
    notifications.read(reader.account(), upTo, clock.instant());
  }

  /** What an account wants to hear of; everything and no mail where nothing was said yet. */
  NotificationChoice choice(AccountId account) {
    return choices.of(account).orElseGet(NotificationChoice::usual);
  }

  /** Stores what a reader wants to hear of. */
  @Transactional
  public void choose(Reader reader, NotificationChoice choice) {
    choices.put(reader.account(), choice);
  }

  /** Switches mails off for the holder of the key from a mail; false where it is nobody's. */
  @Transactional
  public boolean unsubscribe(UUID key) {
    return choices.silence(key);
  }
}
