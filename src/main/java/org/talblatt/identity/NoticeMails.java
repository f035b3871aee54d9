package org.talblatt.identity;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.base.Links;
import org.talblatt.paper.Papers;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.mail.Mail;
import org.talblatt.platform.mail.MailAddress;
import org.talblatt.platform.mail.Postman;
import org.talblatt.platform.text.Messages;

/** Writes what {@link AccountNotices} tells, in the account's language. */
@Configuration
class NoticeMails {
  private final Accounts accounts;
  private final Papers papers;
  private final Postman postman;
  private final TransactionTemplate transaction;
  private final Links addresses;

  NoticeMails(
      Accounts accounts,
      Papers papers,
      Postman postman,
      TransactionTemplate transaction,
      Settings settings) {
    this.accounts = accounts;
    this.papers = papers;
    this.postman = postman;
    this.transaction = transaction;
    this.addresses = settings.links();
  }

  @Bean
  Job<AccountNotices.Notice> accountNoticeMail() {
    return new Job<>("account-notice-mail", AccountNotices.Notice.class, this::tell);
  }

  /** To whose password is being guessed, by the account's number, 0 for nobody: once a day. */
  @Bean
  Job<Long> guessingMail() {
    return new Job<>("guessing-mail", Long.class, this::guessed);
  }

  private void guessed(long account) {
    // should the mail fail, the day's one is lost rather than sent a hundred times
    if (account > 0
        && Boolean.TRUE.equals(
            transaction.execute(done -> accounts.tellOfGuessing(new AccountId(account))))) {
      tell(new AccountNotices.Notice(account, "factor.mail-guessing", List.of()));
    }
  }

  private void tell(AccountNotices.Notice notice) {
    accounts.find(new AccountId(notice.account())).ifPresent(account -> tell(notice, account));
  }

  private void tell(AccountNotices.Notice notice, Account account) {
    Messages messages = Messages.of(account.language());
    String paper = papers.current().name();
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                paper,
                account.name(),
                addresses.absolute(SecurityPages.PATH),
                addresses.absolute("/passwort")));
    arguments.addAll(notice.arguments());
    postman.send(
        new Mail(
            paper,
            new MailAddress(account.email()),
            messages.get(notice.key() + "-subject", paper),
            messages.get(notice.key(), arguments)));
  }
}
