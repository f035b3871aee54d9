package org.talblatt.platform.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mailbox, in the form that goes into an envelope: {@code local@domain}, ASCII only (a domain
 * with umlauts as Punycode), without a display name. Nothing in it can start a new header.
 */
public record MailAddress(String value) {
  private static final int LONGEST = 254;
  private static final Pattern SHAPE =
      Pattern.compile(
          "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");
  private static final int LONGEST_LOCAL_PART = 64;

  /** Refuses what {@link #parse} would. */
  public MailAddress {
    if (value.length() > LONGEST
        || value.indexOf('@') > LONGEST_LOCAL_PART
        || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a mail address");
    }
  }

  /** The address in what somebody typed; empty where there is none. */
  public static Optional<MailAddress> parse(String typed) {
    String text = typed.strip();
    int at = text.lastIndexOf('@');
    if (at < 1 || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String domain = IDN.toASCII(text.substring(at + 1)).toLowerCase(Locale.ROOT);
      return Optional.of(new MailAddress(text.substring(0, at + 1) + domain));
    } catch (IllegalArgumentException noDomain) {
      return Optional.empty();
    }
  }

  /** Equal for every spelling that reaches the same person: case and {@code +alias} don't count. */
  public String key() {
    int at = value.indexOf('@');
    String local = value.substring(0, at).toLowerCase(Locale.ROOT);
    int plus = local.indexOf('+', 1);
    return (plus < 0 ? local : local.substring(0, plus)) + value.substring(at);
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "MailAddress[***]";
  }
}
