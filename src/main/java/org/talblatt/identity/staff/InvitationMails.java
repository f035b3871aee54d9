package org.talblatt.identity.staff;

import java.security.SecureRandom;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.identity.Token;
import org.talblatt.paper.Letters;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Chore;
import org.talblatt.platform.jobs.Job;

/** The mail that invites somebody; its link is made here, so that no secret waits in a table. */
@Configuration
class InvitationMails {
  private final Invitations invitations;
  private final Letters letters;
  private final TransactionTemplate transaction;
  private final SecureRandom random;
  private final Settings settings;

  InvitationMails(
      Invitations invitations,
      Letters letters,
      TransactionTemplate transaction,
      SecureRandom random,
      Settings settings) {
    this.invitations = invitations;
    this.letters = letters;
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
    String link = settings.links().absolute("/einladung?link=" + token.secret());
    letters.send(invitation.email(), invitation.language(), "staff.mail-invitation", link);
  }
}
