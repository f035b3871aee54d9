package org.talblatt.platform.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server reports of a mail whose mailbox doesn't exist (RFC 3464, in the {@code
 * multipart/report} of RFC 6522).
 *
 * @param messageId of the mail that came back; empty where the report doesn't say
 * @param recipients every address that it may have gone to, in whatever form they are named
 */
record DeliveryReport(String messageId, Set<MailAddress> recipients) {
  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_PARTS = 10;
  private static final int MOST_BLOCKS = 50;
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>;,\"]+@[^\\s<>;,\"]+");

  /** Empty where the message is something else, or reports no missing mailbox. */
  static Optional<DeliveryReport> read(MimeMessage message) throws MessagingException, IOException {
    ContentType type = new ContentType(message.getContentType());
    boolean report =
        type.match("multipart/report")
            && "delivery-status".equalsIgnoreCase(type.getParameter("report-type"));
    if (!report || !(message.getContent() instanceof MimeMultipart parts)) {
      return Optional.empty();
    }
    Set<MailAddress> recipients = new LinkedHashSet<>();
    String messageId = "";
    boolean gone = false;
    for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType("message/delivery-status")) {
        gone |= readStatus(bytes(part), recipients);
      } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
        InternetHeaders returned = new InternetHeaders(bytes(part));
        messageId = text(returned.getHeader("Message-ID", null));
        addresses(returned.getHeader("To", null), recipients);
      }
    }
    return gone ? Optional.of(new DeliveryReport(messageId, recipients)) : Optional.empty();
  }

  /** Blocks of fields: the first about the mail, then one for each recipient. */
  private static boolean readStatus(InputStream status, Set<MailAddress> recipients)
      throws MessagingException, IOException {
    boolean gone = false;
    for (int i = 0; i < MOST_BLOCKS && status.available() > 0; i++) {
      InternetHeaders block = new InternetHeaders(status);
      boolean failed = "failed".equalsIgnoreCase(text(block.getHeader("Action", null)).strip());
      if (failed
          && NoMailbox.says(
              text(block.getHeader("Status", null)),
              text(block.getHeader("Diagnostic-Code", null)))) {
        gone = true;
        addresses(block.getHeader("Original-Recipient", null), recipients);
        addresses(block.getHeader("Final-Recipient", null), recipients);
      }
    }
    return gone;
  }

  private static void addresses(@Nullable String field, Set<MailAddress> into) {
    Matcher found = ADDRESS.matcher(text(field));
    while (found.find()) {
      MailAddress.parse(found.group()).ifPresent(into::add);
    }
  }

  private static InputStream bytes(BodyPart part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return new ByteArrayInputStream(in.readNBytes(MOST_BYTES));
    }
  }

  private static String text(@Nullable String field) {
    return field == null ? "" : field;
  }
}
