package org.talblatt.identity.leaving;

import java.util.Objects;
import java.util.function.BiConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.base.Links;
import org.talblatt.identity.Addressees;
import org.talblatt.identity.Addressees.Addressee;
import org.talblatt.paper.Letters;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/** The mails to who leaves, and to whose data is packed. */
@Configuration
class LeavingMails {
  private final Leavings leavings;
  private final Addressees addressees;
  private final Letters letters;
  private final TransactionTemplate transaction;
  private final Settings settings;
  private final Links links;

  LeavingMails(
      Leavings leavings,
      Addressees addressees,
      Letters letters,
      TransactionTemplate transaction,
      Settings settings) {
    this.leavings = leavings;
    this.addressees = addressees;
    this.letters = letters;
    this.transaction = transaction;
    this.settings = settings;
    this.links = settings.links();
  }

  /** To who leaves, with the link by which they may stay. */
  @Bean
  Job<Long> leavingMail() {
    return new Job<>("leaving-mail", Long.class, this::leaving);
  }

  /** To whose data is packed: where to fetch it, never the data itself. */
  @Bean
  Job<Long> exportReadyMail() {
    return new Job<>("export-ready-mail", Long.class, this::ready);
  }

  private void leaving(long id) {
    AccountId account = new AccountId(id);
    leavings
        .find(account)
        .filter(departure -> !departure.erasing())
        .ifPresent(
            departure -> {
              String link = transaction.execute(done -> leavings.link(account));
              to(
                  account,
                  (person, messages) ->
                      send(
                          person,
                          "left",
                          person.name(),
                          new Times(settings.zone(), messages.locale()).full(departure.eraseAt()),
                          links.absolute(
                              Departing.PATH + "?link=" + Objects.requireNonNull(link))));
            });
  }

  private void ready(long id) {
    to(
        new AccountId(id),
        (person, messages) ->
            send(person, "export", person.name(), links.absolute(DataPages.PATH)));
  }

  private void to(AccountId account, BiConsumer<Addressee, Messages> mail) {
    addressees
        .find(account)
        .ifPresent(person -> mail.accept(person, Messages.of(person.language())));
  }

  private void send(Addressee to, String kind, Object... arguments) {
    letters.send(to.email(), to.language(), "leaving.mail-" + kind, arguments);
  }
}
