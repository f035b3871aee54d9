package org.talblatt.notification;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Addressees;
import org.talblatt.paper.Papers;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Chore;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;
import org.talblatt.platform.mail.Mail;
import org.talblatt.platform.mail.Postman;
import org.talblatt.platform.text.Messages;

/**
 * Mails about what waits in the list, as often as each reader wants: what is due is taken out for
 * one mail each, so none is said twice. What was read on the site meanwhile is left out.
 */
@Configuration
class NotificationMails {
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final LocalTime MORNING = LocalTime.of(7, 0);
  private static final int MOST = 20;

  private final Bell bell;
  private final Notifications notifications;
  private final Addressees addressees;
  private final Papers papers;
  private final Postman postman;
  private final Settings settings;

  NotificationMails(
      Bell bell,
      Notifications notifications,
      Addressees addressees,
      Papers papers,
      Postman postman,
      Settings settings) {
    this.bell = bell;
    this.notifications = notifications;
    this.addressees = addressees;
    this.papers = papers;
    this.postman = postman;
    this.settings = settings;
  }

  /**
   * A mail to be written.
   *
   * @param takenAt what was taken out for it bears this moment
   */
  record Due(long account, Instant takenAt) {}

  @Bean
  Job<Due> notificationMail() {
    return new Job<>("notification-mail", Due.class, this::send);
  }

  /** Looks for what is due; on one node at a time. */
  @Bean
  Chore takeNotificationsIntoMails(
      Jobs jobs, Job<Due> notificationMail, TransactionTemplate transaction, Clock clock) {
    return new Chore(
        "notification-mails",
        LOOK,
        () ->
            transaction.executeWithoutResult(
                done -> queueDue(jobs, notificationMail, clock.instant())));
  }

  @Bean
  Chore forgetOldNotifications() {
    return new Chore("notification-forget-old", Duration.ofHours(6), () -> notifications.dropOld());
  }

  private void queueDue(Jobs jobs, Job<Due> job, Instant moment) {
    // as the database keeps it
    Instant now = moment.truncatedTo(ChronoUnit.MICROS);
    ZonedDateTime here = now.atZone(settings.zone());
    ZonedDateTime morning = here.with(MORNING);
    Instant lastMorning = (here.isBefore(morning) ? morning.minusDays(1) : morning).toInstant();
    List<AccountId> due =
        notifications.take(now, here.truncatedTo(ChronoUnit.HOURS).toInstant(), lastMorning);
    due.forEach(account -> jobs.queue(job, new Due(account.value(), now)));
  }

  private void send(Due due) {
    AccountId account = new AccountId(due.account());
    List<Notification> news = notifications.mailed(account, due.takenAt(), MOST + 1);
    NotificationChoice choice = bell.choice(account);
    if (news.isEmpty() || choice.mail() == NotificationChoice.Rhythm.OFF) {
      return;
    }
    addressees
        .find(account)
        .ifPresent(
            to -> {
              Messages words = Messages.of(to.language());
              String paper = papers.current().name();
              String link = "/mitteilungen/abbestellen?schluessel=" + choice.unsubscribe();
              URI unsubscribe = URI.create(settings.links().absolute(link));
              postman.send(
                  new Mail(
                      paper,
                      to.email(),
                      words.get("notification.mail-subject", paper, news.size()),
                      text(words, to.name(), news, unsubscribe),
                      unsubscribe));
            });
  }

  private String text(Messages words, String name, List<Notification> news, URI unsubscribe) {
    StringBuilder text = new StringBuilder(words.get("notification.mail-hello", name));
    for (Notification each : news.subList(0, Math.min(MOST, news.size()))) {
      text.append("\n\n")
          .append(NotificationsView.title(words, each))
          .append(" – ")
          .append(each.headline())
          .append("\n> ")
          .append(each.excerpt())
          .append('\n')
          .append(settings.links().absolute(NotificationsView.path(each)));
    }
    if (news.size() > MOST) {
      String list = settings.links().absolute("/mitteilungen");
      text.append("\n\n").append(words.get("notification.mail-more", list));
    }
    String choices = settings.links().absolute("/konto/mitteilungen");
    return text.append("\n\n")
        .append(words.get("notification.mail-foot", choices, unsubscribe.toString()))
        .append('\n')
        .toString();
  }
}
