package org.talblatt.identity.oidc;

import java.util.Optional;
import org.talblatt.platform.mail.MailAddress;

/**
 * Whom a provider proved, with what it says about them.
 *
 * @param suggestedName what it calls them, as far as it says so; not yet a name of ours
 * @param email the address that it has verified; empty where it hasn't
 * @param suggestedEmail an address that it merely repeats; empty for none
 */
record Proven(
    String issuer,
    String subject,
    String suggestedName,
    Optional<MailAddress> email,
    String suggestedEmail) {

  /** What the provider's owner knows this login by. */
  String label() {
    return email.map(MailAddress::value).orElse(suggestedEmail);
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Proven[***]";
  }
}
