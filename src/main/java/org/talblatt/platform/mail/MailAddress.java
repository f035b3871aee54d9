package org.talblatt.platform.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One mailbox, in the form that goes into an envelope: {@code local@domain}, ASCII only (a domain
 * with umlauts as Punycode), without a display name. Nothing in it can start a new header.
 */
public record MailAddress(String value) {
  /** The domain of addresses that stand for none (RFC 2606): nothing is ever sent there. */
  public static final String NOWHERE = "nobody.invalid";

  private static final int LONGEST = 254;
  private static final Pattern SHAPE =
      Pattern.compile(
          "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");
  private static final int LONGEST_LOCAL_PART = 64;
  private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");

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

  /**
   * Equal for every spelling that reaches the same person: case and {@code +alias} don't count, nor
   * full stops where the mailbox is Gmail's. For comparing only: mail goes to {@link #value}.
   */
  public String key() {
    String local = value.substring(0, value.indexOf('@')).toLowerCase(Locale.ROOT);
    int plus = local.indexOf('+', 1);
    String person = plus < 0 ? local : local.substring(0, plus);
    return GMAIL.contains(domain())
        ? person.replace(".", "") + "@gmail.com"
        : person + "@" + domain();
  }

  /** What stands behind the {@code @}, in small letters. */
  public String domain() {
    return value.substring(value.indexOf('@') + 1);
  }

  /** Whether it stands for no address at all. */
  public boolean nowhere() {
    return domain().equals(NOWHERE);
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "MailAddress[***]";
  }
}
