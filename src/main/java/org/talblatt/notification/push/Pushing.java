package org.talblatt.notification.push;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.SessionToken;
import org.talblatt.notification.Rung;
import org.talblatt.platform.PushSettings;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;

/** The door to notifications on devices: switched on, off, tried; and what rings goes there. */
@Service
class Pushing {
  private final PushDevices devices;
  private final PaperKeys keys;
  private final PushSettings allowed;
  private final Jobs jobs;
  private final Job<PushDelivery.Ringing> pushRinging;
  private final Job<PushDelivery.Message> pushMessage;
  private final Clock clock;

  Pushing(
      PushDevices devices,
      PaperKeys keys,
      Settings settings,
      Jobs jobs,
      Job<PushDelivery.Ringing> pushRinging,
      Job<PushDelivery.Message> pushMessage,
      Clock clock) {
    this.devices = devices;
    this.keys = keys;
    this.allowed = settings.push();
    this.jobs = jobs;
    this.pushRinging = pushRinging;
    this.pushMessage = pushMessage;
    this.clock = clock;
  }

  /** Whether the paper sends to any service at all. */
  boolean offered() {
    return !allowed.services().isEmpty();
  }

  /** In the transaction of what rang: what is rolled back is sent nowhere. */
  @EventListener
  @Transactional
  public void ring(Rung rung) {
    if (offered()) {
      jobs.queue(pushRinging, new PushDelivery.Ringing(rung.notifications()));
    }
  }

  /** The key that browsers bind their subscription to. */
  @Transactional
  public String key() {
    if (!offered()) {
      throw Failure.notFound();
    }
    return keys.publicKey();
  }

  /** Switches the browser of this session on. */
  @Transactional
  public void switchOn(
      Reader reader, SessionToken session, String endpoint, String key, String secret) {
    devices.put(
        reader.account(),
        session,
        Subscription.parse(endpoint, key, secret, allowed),
        clock.instant());
  }

  /** Switches one of the reader's devices off. */
  @Transactional
  public void switchOff(Reader reader, long device) {
    devices.remove(reader.account(), device);
  }

  /** Sends a message to see that it works; only to one of the reader's own. */
  @Transactional
  public void tryOut(Reader reader, long device) {
    PushDevices.Target own =
        devices
            .find(device)
            .filter(found -> found.account().equals(reader.account()))
            .orElseThrow(Failure::notFound);
    jobs.queue(pushMessage, new PushDelivery.Message(own.id(), 0));
  }

  List<PushDevice> of(Reader reader, Optional<SessionToken> session) {
    return devices.of(reader.account(), session);
  }
}
