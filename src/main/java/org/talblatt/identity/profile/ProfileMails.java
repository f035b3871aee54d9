package org.talblatt.identity.profile;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talblatt.base.AccountId;
import org.talblatt.base.Links;
import org.talblatt.paper.Papers;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.mail.Mail;
import org.talblatt.platform.mail.MailAddress;
import org.talblatt.platform.mail.Postman;
import org.talblatt.platform.text.Messages;

/** The mails about who somebody is here. */
@Configuration
class ProfileMails {
  private final Profiles profiles;
  private final Papers papers;
  private final Postman postman;
  private final Links links;

  ProfileMails(Profiles profiles, Papers papers, Postman postman, Settings settings) {
    this.profiles = profiles;
    this.papers = papers;
    this.postman = postman;
    this.links = settings.links();
  }

  /** To who has changed the name: with it one logs in. */
  @Bean
  Job<Naming.RenamedMail> renamedMail() {
    return new Job<>("renamed-mail", Naming.RenamedMail.class, this::renamed);
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
    Messages messages = Messages.of(language);
    String paper = papers.current().name();
    Object[] all = new Object[arguments.length + 1];
    all[0] = paper;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    postman.send(
        new Mail(
            paper,
            new MailAddress(to),
            messages.get("profile.mail-" + kind + "-subject", paper),
            messages.get("profile.mail-" + kind, all)));
  }
}
