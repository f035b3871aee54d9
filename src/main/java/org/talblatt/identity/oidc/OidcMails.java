package org.talblatt.identity.oidc;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.Links;
import org.talblatt.paper.Letters;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Job;

/** The mails of this room: that a provider's login came or went, and the proof of an address. */
@Configuration
class OidcMails {
  private final ProvedAddresses addresses;
  private final Letters letters;
  private final SecureRandom random;
  private final TransactionTemplate transaction;
  private final Links links;

  OidcMails(
      ProvedAddresses addresses,
      Letters letters,
      SecureRandom random,
      TransactionTemplate transaction,
      Settings settings) {
    this.addresses = addresses;
    this.letters = letters;
    this.random = random;
    this.transaction = transaction;
    this.links = settings.links();
  }

  /** By the number of the address that waits. */
  @Bean
  Job<Long> oidcAddressMail() {
    return new Job<>("oidc-address-mail", Long.class, this::ask);
  }

  private void ask(long number) {
    Secret link = Secret.random(random);
    transaction
        .execute(done -> addresses.link(number, link))
        .ifPresent(waiting -> ask(waiting, link));
  }

  private void ask(ProvedAddresses.Waiting waiting, Secret link) {
    letters.send(
        waiting.email(),
        waiting.language(),
        "oidc.mail-address",
        links.absolute("/anmelden/adresse?link=" + link.text()));
  }
}
