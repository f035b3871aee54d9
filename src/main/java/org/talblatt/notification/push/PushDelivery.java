package org.talblatt.notification.push;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.identity.Addressees;
import org.talblatt.notification.Bell;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;
import org.talblatt.platform.text.Messages;

/**
 * Sends what rang: one job finds out to which devices, then one for each, so that a service in
 * trouble holds up nobody else. What was read, removed or ignored meanwhile is not sent.
 */
@Configuration
class PushDelivery {
  private final PushDevices devices;
  private final PushService service;
  private final Bell bell;
  private final Addressees addressees;
  private final Clock clock;

  PushDelivery(
      PushDevices devices, PushService service, Bell bell, Addressees addressees, Clock clock) {
    this.devices = devices;
    this.service = service;
    this.bell = bell;
    this.addressees = addressees;
    this.clock = clock;
  }

  /** Notifications, by their numbers, that devices may want to show. */
  record Ringing(List<Long> notifications) {}

  /**
   * A message for a device.
   *
   * @param notification 0 for a trial
   */
  record Message(long device, long notification) {}

  @Bean
  Job<Ringing> pushRinging(Jobs jobs, Job<Message> pushMessage, TransactionTemplate transaction) {
    return new Job<>(
        "push-ringing",
        Ringing.class,
        ringing ->
            transaction.executeWithoutResult(
                all ->
                    devices
                        .due(ringing.notifications())
                        .forEach(
                            due ->
                                jobs.queue(
                                    pushMessage, new Message(due.device(), due.notification())))));
  }

  @Bean
  Job<Message> pushMessage(TransactionTemplate transaction) {
    return new Job<>("push-message", Message.class, message -> send(message, transaction));
  }

  private void send(Message message, TransactionTemplate transaction) {
    Optional<PushDevices.Target> device = devices.find(message.device());
    Optional<PushedMessage> words = device.flatMap(target -> words(target, message.notification()));
    if (device.isEmpty() || words.isEmpty()) {
      return;
    }
    Subscription to = device.get().subscription();
    if (!service.send(to, words.get().json(), words.get().tag())) {
      transaction.executeWithoutResult(gone -> devices.gone(message.device()));
    }
  }

  private Optional<PushedMessage> words(PushDevices.Target target, long notification) {
    Optional<Messages> words =
        addressees.find(target.account()).map(reader -> Messages.of(reader.language()));
    return notification == 0
        ? words.map(known -> PushedMessage.trial(known, clock.instant().toEpochMilli()))
        : words.flatMap(
            known ->
                bell.waiting(target.account(), notification)
                    .map(news -> PushedMessage.of(news, known)));
  }
}
