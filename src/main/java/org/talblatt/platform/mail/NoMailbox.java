package org.talblatt.platform.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/**
 * Tells "there is no such mailbox" from all else that a mail server says: full mailboxes, greylists
 * and refusals of us as a sender pass, or are ours to mend, and say nothing about the address.
 */
final class NoMailbox {
  /** RFC 3463: class, subject, detail. */
  private static final Pattern ENHANCED =
      Pattern.compile("\\b([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b");

  /** Without a closer word: no mailbox, moved away, name not allowed. */
  private static final Pattern PLAIN = Pattern.compile("\\b55[013]\\b");

  private static final int MOST = 20;

  private NoMailbox() {}

  /**
   * From a report.
   *
   * @param status the field of that name, such as {@code 5.1.1}
   * @param said the mail server's own words; a closer code in them wins
   */
  static boolean says(String status, String said) {
    Matcher closer = ENHANCED.matcher(said);
    if (closer.find()) {
      return says(closer);
    }
    Matcher given = ENHANCED.matcher(status);
    boolean known = given.find();
    if (known && !given.group().equals("5.0.0")) {
      return says(given);
    }
    return PLAIN.matcher(said).find();
  }

  private static boolean says(Matcher code) {
    String subject = code.group(2);
    String detail = code.group(3);
    // x.1.7 and x.1.8 are about the sender
    boolean address = subject.equals("1") && !detail.equals("7") && !detail.equals("8");
    boolean disabled = subject.equals("2") && detail.equals("1");
    return code.group(1).equals("5") && (address || disabled);
  }

  /** From what the server answered while the mail was handed over. */
  static boolean says(Exception failed) {
    Deque<@Nullable Throwable> left = new ArrayDeque<>();
    if (failed instanceof MailSendException several) {
      for (Exception each : several.getMessageExceptions()) {
        left.add(each);
      }
    } else {
      left.add(failed);
    }
    for (int i = 0; i < MOST && !left.isEmpty(); i++) {
      Throwable next = left.poll();
      if (next instanceof SMTPAddressFailedException refused) {
        return refused.getReturnCode() / 100 == 5
            && says("", refused.getReturnCode() + " " + refused.getMessage());
      }
      if (next instanceof MessagingException chain && chain.getNextException() != null) {
        left.add(chain.getNextException());
      }
    }
    return false;
  }
}
