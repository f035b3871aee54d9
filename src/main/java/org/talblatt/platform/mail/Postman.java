package org.talblatt.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.talblatt.platform.Settings;

/**
 * Takes mails to the server, or where none is set writes them to {@code mail} in the data folder
 * and says so on the console. It takes as long as the server does: call it from a job.
 */
@Component
public class Postman {
  private static final String PATIENCE_MILLIS = "15000";
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Settings settings;
  private final Clock clock;
  private final MessageIds ids;
  private final Reachability reach;
  private final JavaMailSenderImpl sender;

  Postman(Settings settings, Clock clock, MessageIds ids, Reachability reach) {
    this.settings = settings;
    this.clock = clock;
    this.ids = ids;
    this.reach = reach;
    this.sender = sender(settings);
  }

  /**
   * Hands a mail over. One that can be done without is not sent to where mail comes back from.
   *
   * @return false where there is no such mailbox, which is noted
   * @throws Undelivered where the server did not take it; trying again may help
   */
  public boolean send(Mail mail) {
    if (mail.to().nowhere() || (mail.dispensable() && !reach.reaches(mail.to()))) {
      return false;
    }
    try {
      if (settings.smtp() == null) {
        write(message(mail, sender.createMimeMessage()));
      } else {
        sender.send(message(mail, sender.createMimeMessage()));
      }
      return true;
    } catch (MessagingException | MailException | IOException failed) {
      if (NoMailbox.says(failed)) {
        reach.cameBack(mail.to());
        return false;
      }
      throw new Undelivered(failed);
    }
  }

  /**
   * A mail that could not be handed over. Says nothing of what stood in it or who was to get it.
   */
  public static final class Undelivered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undelivered(Exception reason) {
      super(reason.getClass().getName());
    }
  }

  private MimeMessage message(Mail mail, MimeMessage message)
      throws MessagingException, UnsupportedEncodingException {
    String utf8 = StandardCharsets.UTF_8.name();
    message.setFrom(new InternetAddress(settings.mailFrom(), mail.from(), utf8));
    message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.to().value()));
    message.setSubject(mail.subject(), utf8);
    message.setText(mail.text(), utf8);
    // as it is: quoted-printable would break the links of those who read the file
    message.setHeader("Content-Transfer-Encoding", "8bit");
    message.setHeader("Auto-Submitted", "auto-generated");
    if (mail.unsubscribe() != null) {
      message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.setSentDate(Date.from(clock.instant()));
    message.saveChanges();
    message.setHeader("Message-ID", ids.of(mail.to()));
    return message;
  }

  private void write(MimeMessage message) throws IOException, MessagingException {
    Path folder = Files.createDirectories(settings.data().resolve("mail"));
    String stamp = STAMP.format(clock.instant().atZone(ZoneId.systemDefault()));
    Path file = folder.resolve(stamp + "-" + UUID.randomUUID().toString().substring(0, 8) + ".eml");
    Path hidden =
        Files.createTempFile(
            folder,
            ".",
            ".part",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(hidden)) {
      message.writeTo(out);
    }
    Files.move(hidden, file);
    System.out.println("A mail was written to " + file);
  }

  private static JavaMailSenderImpl sender(Settings settings) {
    MailServer server = settings.smtp();
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    if (server == null) {
      sender.setSession(Session.getInstance(new Properties()));
      return sender;
    }
    String protocol = server.tls() ? "smtps" : "smtp";
    sender.setProtocol(protocol);
    sender.setHost(server.host());
    sender.setPort(server.port());
    Properties mail = sender.getJavaMailProperties();
    mail.put("mail." + protocol + ".connectiontimeout", PATIENCE_MILLIS);
    mail.put("mail." + protocol + ".timeout", PATIENCE_MILLIS);
    mail.put("mail." + protocol + ".writetimeout", PATIENCE_MILLIS);
    mail.put("mail." + protocol + ".ssl.checkserveridentity", "true");
    mail.put("mail.smtp.starttls.enable", "true");
    mail.put("mail.smtp.starttls.required", Boolean.toString(!server.local()));
    mail.put("mail." + protocol + ".dsn.ret", "HDRS");
    MailServer bounces = settings.bounces();
    if (bounces != null && MailAddress.parse(bounces.user()).isPresent()) {
      // reports go to the mailbox that we read, answers still to the sender
      mail.put("mail." + protocol + ".from", bounces.user());
    }
    if (!server.user().isEmpty()) {
      sender.setUsername(server.user());
      sender.setPassword(server.password());
      mail.put("mail." + protocol + ".auth", "true");
    }
    return sender;
  }
}
