package org.talblatt.platform.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Chore;

/**
 * The mailbox in which reports of undeliverable mails arrive. What is a report about a mail of ours
 * is read and deleted; all else is marked as read and stays.
 */
@Configuration
class BounceBox {
  private static final Logger log = LoggerFactory.getLogger(BounceBox.class);
  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final String PATIENCE_MILLIS = "15000";
  private static final int MOST_AT_ONCE = 500;
  private static final int MOST_BYTES = 1_000_000;

  private final Settings settings;
  private final MessageIds ids;
  private final Reachability reach;

  BounceBox(Settings settings, MessageIds ids, Reachability reach) {
    this.settings = settings;
    this.ids = ids;
    this.reach = reach;
  }

  @Bean
  Chore collectBounces() {
    return new Chore("mail-bounces", PAUSE, this::collect);
  }

  private void collect() {
    MailServer box = settings.bounces();
    if (box == null) {
      return;
    }
    try (Store store = Session.getInstance(properties(box)).getStore(protocol(box))) {
      store.connect(box.host(), box.port(), box.user(), box.password());
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_WRITE);
        Message[] unread = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        for (int i = 0; i < Math.min(unread.length, MOST_AT_ONCE); i++) {
          take(unread[i]);
        }
      }
    } catch (MessagingException failed) {
      throw new Unreadable(failed);
    }
  }

  /** The mailbox can't be reached or read. Says no name and no password. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(Exception reason) {
      super(reason.getClass().getName());
    }
  }

  private void take(Message message) throws MessagingException {
    boolean ours = message.getSize() <= MOST_BYTES && report(message).map(this::mark).orElse(false);
    message.setFlag(ours ? Flags.Flag.DELETED : Flags.Flag.SEEN, true);
  }

  /** A message that can't be read is nobody's report: it stays for a person to look at. */
  private static Optional<DeliveryReport> report(Message message) {
    try {
      return message instanceof MimeMessage mail ? DeliveryReport.read(mail) : Optional.empty();
    } catch (MessagingException | IOException unreadable) {
      log.info("a mail in the bounces' mailbox is unreadable: {}", unreadable.getClass().getName());
      return Optional.empty();
    }
  }

  private boolean mark(DeliveryReport report) {
    boolean ours = false;
    for (MailAddress address : report.recipients()) {
      if (ids.sent(report.messageId(), address)) {
        reach.cameBack(address);
        ours = true;
      }
    }
    return ours;
  }

  private static String protocol(MailServer box) {
    return box.tls() ? "imaps" : "imap";
  }

  private static Properties properties(MailServer box) {
    String prefix = "mail." + protocol(box) + ".";
    Properties mail = new Properties();
    mail.put(prefix + "connectiontimeout", PATIENCE_MILLIS);
    mail.put(prefix + "timeout", PATIENCE_MILLIS);
    mail.put(prefix + "writetimeout", PATIENCE_MILLIS);
    mail.put(prefix + "ssl.checkserveridentity", "true");
    mail.put("mail.imap.starttls.enable", "true");
    mail.put("mail.imap.starttls.required", Boolean.toString(!box.local()));
    return mail;
  }
}
