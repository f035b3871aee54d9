package org.talblatt.platform.mail;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.talblatt.platform.KeyedHash;
import org.talblatt.platform.Settings;

/**
 * Names of our mails, signed together with their recipient: a report of a mail that could not be
 * delivered is believed only about whom we wrote to, and only from who has seen the mail. So nobody
 * can strike off somebody else's address.
 */
@Component
class MessageIds {
  private static final Pattern SHAPE = Pattern.compile("<([0-9a-f-]{36})\\.([0-9a-f]{32})@[^>]*>");
  private static final int BYTES = 16;

  private final KeyedHash hash;
  private final String domain;

  MessageIds(KeyedHash hash, Settings settings) {
    this.hash = hash;
    this.domain = settings.mailFrom().substring(settings.mailFrom().lastIndexOf('@'));
  }

  /** A new one. The library's own would tell the name of this machine. */
  String of(MailAddress to) {
    String id = UUID.randomUUID().toString();
    return "<" + id + "." + signature(id, to) + domain + ">";
  }

  /** Whether the mail of this name was ours and went to this address. */
  boolean sent(String messageId, MailAddress to) {
    Matcher parts = SHAPE.matcher(messageId.strip());
    return parts.matches()
        && MessageDigest.isEqual(
            HexFormat.of().parseHex(parts.group(2)),
            HexFormat.of().parseHex(signature(parts.group(1), to)));
  }

  private String signature(String id, MailAddress to) {
    String signed = id + "\n" + to.value().toLowerCase(Locale.ROOT);
    return HexFormat.of().formatHex(hash.of("message-id", signed), 0, BYTES);
  }
}
