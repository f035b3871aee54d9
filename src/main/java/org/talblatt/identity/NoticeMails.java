package org.talblatt.identity;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.base.Links;
import org.talblatt.paper.Letters;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.mail.MailAddress;

/** Writes what {@link AccountNotices} tells, in the account's language. */
@Configuration
class NoticeMails {
  private final Accounts accounts;
  private final Letters letters;
  private final TransactionTemplate transaction;
  private final Links addresses;

  NoticeMails(
      Accounts accounts, Letters letters, TransactionTemplate transaction, Settings settings) {
    this.accounts = accounts;
    this.letters = letters;
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
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                account.name(),
                addresses.absolute(SecurityPages.PATH),
                addresses.absolute("/passwort")));
    arguments.addAll(notice.arguments());
    letters.send(
        new MailAddress(account.email()), account.language(), notice.key(), arguments.toArray());
  }
}
