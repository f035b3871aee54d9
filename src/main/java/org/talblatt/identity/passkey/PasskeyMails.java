package org.talblatt.identity.passkey;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talblatt.base.AccountId;
import org.talblatt.base.Links;
import org.talblatt.identity.Account;
import org.talblatt.identity.Accounts;
import org.talblatt.paper.Papers;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.mail.Mail;
import org.talblatt.platform.mail.MailAddress;
import org.talblatt.platform.mail.Postman;
import org.talblatt.platform.text.Messages;

/** Tells owners of an account that a passkey came or went, in case it wasn't them. */
@Configuration
class PasskeyMails {
  private final Accounts accounts;
  private final Papers papers;
  private final Postman postman;
  private final Links addresses;

  PasskeyMails(Accounts accounts, Papers papers, Postman postman, Settings settings) {
    this.accounts = accounts;
    this.papers = papers;
    this.postman = postman;
    this.addresses = settings.links();
  }

  /**
   * What became of a passkey.
   *
   * @param account whose it is
   * @param passkey its name
   */
  record News(long account, String passkey) {}

  @Bean
  Job<News> passkeyAddedMail() {
    return new Job<>("passkey-added-mail", News.class, news -> tell("added", news));
  }

  @Bean
  Job<News> passkeyRemovedMail() {
    return new Job<>("passkey-removed-mail", News.class, news -> tell("removed", news));
  }

  private void tell(String kind, News news) {
    accounts.find(new AccountId(news.account())).ifPresent(account -> tell(kind, news, account));
  }

  private void tell(String kind, News news, Account account) {
    Messages messages = Messages.of(account.language());
    String paper = papers.current().name();
    postman.send(
        new Mail(
            paper,
            new MailAddress(account.email()),
            messages.get("passkey.mail-" + kind + "-subject", paper),
            messages.get(
                "passkey.mail-" + kind,
                paper,
                account.name(),
                news.passkey(),
                addresses.absolute("/konto/sicherheit"),
                addresses.absolute("/passwort"))));
  }
}
