package org.talblatt.identity.staff;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Grant;
import org.talblatt.identity.NewAccount;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Registration;
import org.talblatt.identity.Rights;
import org.talblatt.identity.Role;
import org.talblatt.identity.Staff;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;
import org.talblatt.platform.mail.MailAddress;

/** Asks people by mail to work for the paper, and makes staff of those who accept. */
@Component
class Inviting {
  private final Invitations invitations;
  private final Registration registration;
  private final Staff staff;
  private final AuditLog log;
  private final Jobs jobs;
  private final Job<Long> invitationMail;

  Inviting(
      Invitations invitations,
      Registration registration,
      Staff staff,
      AuditLog log,
      Jobs jobs,
      Job<Long> invitationMail) {
    this.invitations = invitations;
    this.registration = registration;
    this.staff = staff;
    this.log = log;
    this.jobs = jobs;
    this.invitationMail = invitationMail;
  }

  /** All that wait for an answer. */
  List<Invitation> all() {
    return invitations.all();
  }

  /**
   * Invites somebody; the mail is queued.
   *
   * @throws Failure where no role is named, or the address is invited already
   */
  @Transactional
  void invite(MailAddress email, String language, Rights rights, Reader by, Actor actor) {
    by.require(Role.ADMINISTRATOR);
    if (rights.grants().isEmpty()) {
      throw Failure.invalid("recht", "staff.invite-role-needed");
    }
    long id =
        invitations
            .insert(email, language, rights, by.account())
            .orElseThrow(() -> Failure.invalid("email", "staff.invited-already"));
    record(actor, "invitation.sent", id, rights);
    jobs.queue(invitationMail, id);
  }

  /** Mails a new link; the one before opens nothing any more. */
  @Transactional
  void resend(long id, Actor actor) {
    Invitation invitation = invitations.find(id).orElseThrow(Failure::notFound);
    record(actor, "invitation.resent", id, invitation.rights());
    jobs.queue(invitationMail, id);
  }

  /** Takes it back: its link opens nothing any more. */
  @Transactional
  void revoke(long id, Actor actor) {
    Invitation invitation = invitations.find(id).orElseThrow(Failure::notFound);
    invitations.delete(id);
    record(actor, "invitation.revoked", id, invitation.rights());
  }

  /** What a mailed link asks; empty where it is unknown, used, taken back or too old. */
  Optional<Invitation> of(String link) {
    return invitations.of(link);
  }

  /** Whether the invited address has an account: then its owner is to log in with that. */
  boolean known(Invitation invitation) {
    return invitations.known(invitation.email());
  }

  /**
   * Makes an account of it. Names that are kept for the paper are theirs to take.
   *
   * @throws Failure where the link is used meanwhile, or the name taken
   */
  @Transactional
  AccountId accept(String link, NewAccount account, String block) {
    Invitation invitation = use(link);
    AccountId id = registration.create(account, invitation.rights(), Actor.nobody(block));
    record(Actor.of(id, block), "invitation.accepted", invitation.id(), invitation.rights());
    return id;
  }

  /** Gives the roles to an account that is logged in. */
  @Transactional
  void accept(String link, Actor who) {
    Invitation invitation = use(link);
    AccountId account = who.account();
    if (account == null) {
      throw Failure.loginRequired();
    }
    for (Grant grant : invitation.rights().grants()) {
      staff.grant(account, grant, who);
    }
    record(who, "invitation.accepted", invitation.id(), invitation.rights());
  }

  private Invitation use(String link) {
    return invitations
        .of(link)
        .filter(found -> invitations.delete(found.id()))
        .orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "staff.invitation-ended"));
  }

  private void record(Actor actor, String what, long id, Rights rights) {
    log.record(AuditEntry.of(actor, what, "invitation " + id, String.join(", ", rights.words())));
  }
}
