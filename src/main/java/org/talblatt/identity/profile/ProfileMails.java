package org.talblatt.identity.profile;

import java.security.SecureRandom;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talblatt.base.AccountId;
import org.talblatt.base.Links;
import org.talblatt.identity.Token;
import org.talblatt.paper.Letters;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Chore;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.mail.MailAddress;

/** The mails about who somebody is here. */
@Configuration
class ProfileMails {
  private final Profiles profiles;
  private final MailChanges changes;
  private final SecureRandom random;
  private final Letters letters;
  private final Links links;

  ProfileMails(
      Profiles profiles,
      MailChanges changes,
      SecureRandom random,
      Letters letters,
      Settings settings) {
    this.profiles = profiles;
    this.changes = changes;
    this.random = random;
    this.letters = letters;
    this.links = settings.links();
  }

  /** To who has changed the name: with it one logs in. */
  @Bean
  Job<Naming.RenamedMail> renamedMail() {
    return new Job<>("renamed-mail", Naming.RenamedMail.class, this::renamed);
  }

  /** To a new address that somebody wants for their account, by the change's number. */
  @Bean
  Job<Long> mailChangeMail() {
    return new Job<>("mail-change-mail", Long.class, this::confirm);
  }

  /** To both addresses, once the new one counts, by the change's number. */
  @Bean
  Job<Long> mailChangedMail() {
    return new Job<>("mail-changed-mail", Long.class, this::changed);
  }

  /** Forgets old addresses that can't come back any more. */
  @Bean
  Chore forgetMailChanges() {
    return new Chore("profile-forget-mail-changes", Duration.ofHours(1), changes::dropEnded);
  }

  private void confirm(long id) {
    changes
        .find(id)
        .ifPresent(
            change ->
                profiles.find(change.account()).ifPresent(profile -> confirm(change, profile)));
  }

  /** Whose the address is, is looked up here, after the answer is gone. */
  private void confirm(MailChanges.Change change, Profiles.Profile profile) {
    if (changes.somebodyElses(change.after(), change.account())) {
      send(
          change.after().value(), profile.language(), "address-taken", links.absolute("/anmelden"));
    } else {
      send(
          change.after().value(),
          profile.language(),
          "address-confirm",
          profile.name(),
          link("/bestaetigen/adresse", change, MailChanges.Purpose.CONFIRM));
    }
  }

  private void changed(long id) {
    MailChanges.Change change = changes.find(id).orElse(null);
    Profiles.Profile profile = change == null ? null : profiles.find(change.account()).orElse(null);
    if (change == null || profile == null) {
      return;
    }
    send(
        change.before().value(),
        profile.language(),
        "address-old",
        profile.name(),
        masked(change.after().value()),
        link("/bestaetigen/adresse/zurueck", change, MailChanges.Purpose.UNDO));
    send(change.after().value(), profile.language(), "address-new", profile.name());
  }

  private String link(String path, MailChanges.Change change, MailChanges.Purpose purpose) {
    Token token = Token.random(random);
    changes.link(change.id(), purpose, token);
    return links.absolute(path + "?link=" + token.secret());
  }

  /** Enough to recognise an own address, too little to learn another's. */
  private static String masked(String address) {
    return address.charAt(0) + "…" + address.substring(address.indexOf('@'));
  }

  private void renamed(Naming.RenamedMail mail) {
    profiles
        .find(new AccountId(mail.account()))
        .ifPresent(
            profile ->
                send(
                    profile.email(),
                    profile.language(),
                    "renamed",
                    mail.before(),
                    profile.name(),
                    links.absolute("/passwort")));
  }

  private void send(String to, String language, String kind, Object... arguments) {
    letters.send(new MailAddress(to), language, "profile.mail-" + kind, arguments);
  }
}
