package org.talblatt.identity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;

/** Gives an account back to its owner after somebody else was in it. */
@Component
public class Recovery {
  private final Accounts accounts;
  private final SecondFactors factors;
  private final ObjectProvider<LinkedLogins> logins;
  private final Sessions sessions;
  private final PendingLogins pending;
  private final MailedLinks links;
  private final AuditLog log;

  Recovery(
      Accounts accounts,
      SecondFactors factors,
      ObjectProvider<LinkedLogins> logins,
      Sessions sessions,
      PendingLogins pending,
      MailedLinks links,
      AuditLog log) {
    this.accounts = accounts;
    this.factors = factors;
    this.logins = logins;
    this.sessions = sessions;
    this.pending = pending;
    this.links = links;
    this.log = log;
  }

  /**
   * From now on nothing opens the account but a link to its mail address: no password, no second
   * factor, no passkey, no linked login, no session and no login half done. The stranger may have
   * put each of them there; the owner is told of what goes and sets up their own again.
   */
  @Transactional
  public void lockOut(AccountId account, Actor by) {
    accounts.setPasswordHash(account, Passwords.NONE);
    if (factors.has(account)) {
      log.record(AuditEntry.of(by, "account.factors-dropped", account, ""));
    }
    factors.drop(account);
    logins.forEach(each -> each.dropAll(account, by));
    links.dropAll(account);
    pending.endAll(account);
    sessions.closeAll(account);
  }
}
