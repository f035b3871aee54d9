package org.talblatt.platform.mail;

/**
 * A mail to one person, in plain text.
 *
 * @param from the name beside our address, as a rule the paper's
 */
public record Mail(String from, MailAddress to, String subject, String text) {
  /** A line break in what becomes a header would start another header. */
  public Mail {
    if (from.matches("(?s).*[\\r\\n].*") || subject.matches("(?s).*[\\r\\n].*")) {
      throw new IllegalArgumentException("a header is one line");
    }
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Mail[***]";
  }
}
