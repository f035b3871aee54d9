package org.talblatt.identity.oidc;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.base.Links;
import org.talblatt.identity.Newcomers;
import org.talblatt.paper.Papers;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.mail.Mail;
import org.talblatt.platform.mail.Postman;
import org.talblatt.platform.text.Messages;

/** The mails of this room: that a provider's login came or went, and the proof of an address. */
@Configuration
class OidcMails {
  private final Newcomers accounts;
  private final ProvedAddresses addresses;
  private final Papers papers;
  private final Postman postman;
  private final SecureRandom random;
  private final TransactionTemplate transaction;
  private final Links links;

  OidcMails(
      Newcomers accounts,
      ProvedAddresses addresses,
      Papers papers,
      Postman postman,
      SecureRandom random,
      TransactionTemplate transaction,
      Settings settings) {
    this.accounts = accounts;
    this.addresses = addresses;
    this.papers = papers;
    this.postman = postman;
    this.random = random;
    this.transaction = transaction;
    this.links = settings.links();
  }

  /**
   * What became of a link.
   *
   * @param account whose it is
   * @param provider what readers call it
   */
  record News(long account, String provider, boolean added) {}

  @Bean
  Job<News> oidcLinkMail() {
    return new Job<>("oidc-link-mail", News.class, this::tell);
  }

  /** By the number of the address that waits. */
  @Bean
  Job<Long> oidcAddressMail() {
    return new Job<>("oidc-address-mail", Long.class, this::ask);
  }

  private void tell(News news) {
    accounts.find(new AccountId(news.account())).ifPresent(account -> tell(news, account));
  }

  private void tell(News news, Newcomers.Known account) {
    Messages words = Messages.of(account.language());
    String paper = papers.current().name();
    String kind = news.added() ? "linked" : "unlinked";
    postman.send(
        new Mail(
            paper,
            account.email(),
            words.get("oidc.mail-" + kind + "-subject", paper, news.provider()),
            words.get(
                "oidc.mail-" + kind,
                paper,
                account.name(),
                news.provider(),
                links.absolute("/konto/sicherheit"),
                links.absolute("/passwort"))));
  }

  private void ask(long number) {
    Secret link = Secret.random(random);
    transaction
        .execute(done -> addresses.link(number, link))
        .ifPresent(waiting -> ask(waiting, link));
  }

  private void ask(ProvedAddresses.Waiting waiting, Secret link) {
    Messages words = Messages.of(waiting.language());
    String paper = papers.current().name();
    postman.send(
        new Mail(
            paper,
            waiting.email(),
            words.get("oidc.mail-address-subject", paper),
            words.get(
                "oidc.mail-address",
                paper,
                links.absolute("/anmelden/adresse?link=" + link.text()))));
  }
}
