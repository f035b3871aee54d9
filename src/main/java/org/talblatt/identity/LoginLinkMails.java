package org.talblatt.identity;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.paper.Letters;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.mail.MailAddress;

/** The mail with a link that logs in; its secret is made here, so that none waits in a table. */
@Configuration
class LoginLinkMails {
  private final Accounts accounts;
  private final MailedLinks links;
  private final Throttle throttle;
  private final Letters letters;
  private final TransactionTemplate transaction;
  private final Links addresses;

  LoginLinkMails(
      Accounts accounts,
      MailedLinks links,
      Throttle throttle,
      Letters letters,
      TransactionTemplate transaction,
      Settings settings) {
    this.accounts = accounts;
    this.links = links;
    this.throttle = throttle;
    this.letters = letters;
    this.transaction = transaction;
    this.addresses = settings.links();
  }

  /**
   * What somebody asked for.
   *
   * @param login key of a name or a mail address
   */
  record Asked(String login, String textKey, String back) {}

  @Bean
  Job<Asked> loginLinkMail() {
    return new Job<>("login-link-mail", Asked.class, this::send);
  }

  private void send(Asked asked) {
    boolean byMail = asked.login().contains("@");
    Optional<Account> account =
        byMail
            ? MailAddress.parse(asked.login()).flatMap(accounts::withEmail)
            : accounts.withNameKey(asked.login());
    account
        .filter(known -> known.state() != Account.State.CLOSED)
        .filter(known -> byMail || mayHaveOneMore(known))
        .ifPresent(known -> send(known, new Goal(asked.textKey(), asked.back())));
  }

  /** Who asks by name and by address gets no more mails than who asks by one of them. */
  private boolean mayHaveOneMore(Account account) {
    try {
      throttle.count(Throttle.Limit.MAIL, new MailAddress(account.email()).key());
      return true;
    } catch (Failure enough) {
      return false;
    }
  }

  private void send(Account account, Goal goal) {
    Token token = transaction.execute(done -> links.entering(account.id(), goal));
    letters.send(
        new MailAddress(account.email()),
        account.language(),
        "factor.mail-link",
        account.name(),
        addresses.absolute(LoginLinkPages.PATH + "?link=" + token.secret()));
  }
}
