package org.talblatt.identity.staff;

import java.security.SecureRandom;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.identity.Token;
import org.talblatt.paper.Papers;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Chore;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.mail.Mail;
import org.talblatt.platform.mail.Postman;
import org.talblatt.platform.text.Messages;

/** The mail that invites somebody; its link is made here, so that no secret waits in a table. */
@Configuration
class InvitationMails {
  private final Invitations invitations;
  private final Papers papers;
  private final Postman postman;
  private final TransactionTemplate transaction;
  private final SecureRandom random;
  private final Settings settings;

  InvitationMails(
      Invitations invitations,
      Papers papers,
      Postman postman,
      TransactionTemplate transaction,
      SecureRandom random,
      Settings settings) {
    this.invitations = invitations;
    this.papers = papers;
    this.postman = postman;
    this.transaction = transaction;
    this.random = random;
    this.settings = settings;
  }

  /** By the invitation's number. */
  @Bean
  Job<Long> invitationMail() {
    return new Job<>("invitation-mail", Long.class, this::send);
  }

  @Bean
  Chore forgetInvitations() {
    return new Chore("identity-forget-invitations", Duration.ofHours(6), invitations::dropEnded);
  }

  private void send(long id) {
    invitations.find(id).ifPresent(this::send);
  }

  private void send(Invitation invitation) {
    Token token = Token.random(random);
    transaction.executeWithoutResult(done -> invitations.renew(invitation.id(), token));
    Messages words = Messages.of(invitation.language());
    String paper = papers.current().name();
    String link = settings.links().absolute("/einladung?link=" + token.secret());
    postman.send(
        new Mail(
            paper,
            invitation.email(),
            words.get("staff.mail-invitation-subject", paper),
            words.get("staff.mail-invitation", paper, link)));
  }
}
