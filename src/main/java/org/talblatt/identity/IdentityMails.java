package org.talblatt.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.Links;
import org.talblatt.paper.Letters;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.mail.MailAddress;

/**
 * The mails about an account. Whether an address has one is looked up here, after the answer is
 * gone; links are made here too, so that no secret waits in a table.
 */
@Configuration
class IdentityMails {
  private final Accounts accounts;
  private final Registrations registrations;
  private final MailedLinks links;
  private final Letters letters;
  private final TransactionTemplate transaction;
  private final Links addresses;

  IdentityMails(
      Accounts accounts,
      Registrations registrations,
      MailedLinks links,
      Letters letters,
      TransactionTemplate transaction,
      Settings settings) {
    this.accounts = accounts;
    this.registrations = registrations;
    this.links = links;
    this.letters = letters;
    this.transaction = transaction;
    this.addresses = settings.links();
  }

  /** To who has just registered, by the registration's number. */
  @Bean
  Job<Long> registrationMail() {
    return new Job<>("registration-mail", Long.class, this::welcome);
  }

  /** To who asks for the link again, by mail address. */
  @Bean
  Job<String> reminderMail() {
    return new Job<>("reminder-mail", String.class, this::remind);
  }

  /** To who has forgotten the password, by mail address. */
  @Bean
  Job<String> passwordMail() {
    return new Job<>("password-mail", String.class, this::forgotten);
  }

  /** To whose password was changed, by the account's number. */
  @Bean
  Job<Long> passwordChangedMail() {
    return new Job<>("password-changed-mail", Long.class, this::changed);
  }

  private void welcome(long registration) {
    registrations.find(registration).ifPresent(this::welcome);
  }

  private void welcome(Registrations.Waiting waiting) {
    if (accounts.withEmail(waiting.email()).isPresent()) {
      send(
          waiting.email(),
          waiting.language(),
          "registered-already",
          addresses.absolute("/anmelden"),
          addresses.absolute("/passwort"));
    } else {
      send(
          waiting.email(),
          waiting.language(),
          "confirm",
          waiting.name().value(),
          link("/bestaetigen", transaction.execute(done -> links.confirming(waiting.id()))));
    }
  }

  private void remind(String email) {
    MailAddress.parse(email)
        .ifPresent(address -> registrations.withEmail(address).forEach(this::welcome));
  }

  private void forgotten(String email) {
    MailAddress.parse(email)
        .flatMap(accounts::withEmail)
        .filter(account -> account.state() != Account.State.CLOSED)
        .ifPresent(
            account ->
                send(
                    new MailAddress(account.email()),
                    account.language(),
                    "password",
                    account.name(),
                    link(
                        "/passwort/neu",
                        transaction.execute(done -> links.resetting(account.id())))));
  }

  private void changed(long id) {
    accounts
        .find(new org.talblatt.base.AccountId(id))
        .ifPresent(
            account ->
                send(
                    new MailAddress(account.email()),
                    account.language(),
                    "password-changed",
                    account.name(),
                    addresses.absolute("/passwort")));
  }

  private String link(String path, Token token) {
    return addresses.absolute(path + "?link=" + token.secret());
  }

  private void send(MailAddress to, String language, String kind, Object... arguments) {
    letters.send(to, language, "identity.mail-" + kind, arguments);
  }
}
