package org.talblatt.identity.staff;

import java.time.Instant;
import java.util.List;
import org.talblatt.identity.Rights;
import org.talblatt.platform.mail.MailAddress;

/**
 * Somebody asked to work for the paper, who hasn't answered yet.
 *
 * @param language of the mail, and of an account that is made of it
 * @param roles as words: {@code editor:politik}
 * @param by the inviter's name; empty where they have gone
 * @param expired whether the link is too old; it can be sent anew
 */
public record Invitation(
    long id,
    MailAddress email,
    String language,
    List<String> roles,
    String by,
    Instant since,
    Instant expiresAt,
    boolean expired) {

  Rights rights() {
    return Rights.parse(roles);
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Invitation[" + id + "]";
  }
}
