package org.talblatt.platform.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person, in plain text.
 *
 * @param from the name beside our address, as a rule the paper's
 * @param unsubscribe where a mail program unsubscribes its reader in one click (RFC 8058); null
 *     where the mail can't be switched off
 */
public record Mail(
    String from, MailAddress to, String subject, String text, @Nullable URI unsubscribe) {

  /** A mail that can't be switched off. */
  public Mail(String from, MailAddress to, String subject, String text) {
    this(from, to, subject, text, null);
  }

  /** A line break in what becomes a header would start another header. */
  public Mail {
    if (from.matches("(?s).*[\\r\\n].*") || subject.matches("(?s).*[\\r\\n].*")) {
      throw new IllegalArgumentException("a header is one line");
    }
  }

  /** Whether it can be done without: it is not sent where mail comes back from. */
  public boolean dispensable() {
    return unsubscribe != null;
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Mail[***]";
  }
}
