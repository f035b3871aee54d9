package org.talblatt.identity;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.platform.mail.MailAddress;
import org.talblatt.platform.page.PageChanges;

/** Who works for the paper, and with which rights; and whom it locks out. */
@Component
public class Staff {
  private static final int REASON_LENGTH = 500;

  private final Accounts accounts;
  private final Sessions sessions;
  private final PageChanges pages;
  private final AuditLog log;

  Staff(Accounts accounts, Sessions sessions, PageChanges pages, AuditLog log) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.pages = pages;
    this.log = log;
  }

  /**
   * One account as a list shows it.
   *
   * @param roles as words: {@code editor:politik}
   */
  public record Member(String name, String email, String state, Set<String> roles) {}

  /** Everybody who holds a role, by name. */
  public List<Member> all() {
    return accounts.staff();
  }

  /**
   * The account of this name or mail address.
   *
   * @throws Failure where there is none
   */
  public AccountId account(String login) {
    return (login.contains("@")
            ? MailAddress.parse(login).flatMap(accounts::withEmail)
            : accounts.withNameKey(AccountName.key(login)))
        .map(Account::id)
        .orElseThrow(Staff::unknown);
  }

  /** The roles that an account holds. */
  public Rights rights(AccountId account) {
    return accounts.rights(account);
  }

  /**
   * Gives an account exactly these roles. Its sessions end, so that no old right lives on in one.
   *
   * @throws Failure where a section doesn't exist, nobody would be administrator any more, or the
   *     account is to hold more than before while it is suspended, banned, leaving or closed
   */
  @Transactional
  public void setRights(AccountId account, Rights rights, Actor by) {
    change(account, before -> rights, by);
  }

  /** Gives one role more. */
  @Transactional
  public void grant(AccountId account, Grant grant, Actor by) {
    change(account, before -> before.with(grant), by);
  }

  /** Takes one role away. */
  @Transactional
  public void withdraw(AccountId account, Grant grant, Actor by) {
    change(account, before -> before.without(grant), by);
  }

  private void change(AccountId account, UnaryOperator<Rights> change, Actor by) {
    accounts.lockRoles();
    Rights before = accounts.rights(account);
    Rights after = change.apply(before);
    if (after.equals(before)) {
      return;
    }
    if (!before.grants().containsAll(after.grants()) && !accounts.lockInGoodStanding(account)) {
      throw Failure.of(Failure.Kind.CONFLICT, "staff.account-not-active");
    }
    accounts.setRoles(account, after);
    somebodyMustAdminister(before);
    log(before, after, "account.role-granted", account, by);
    log(after, before, "account.role-withdrawn", account, by);
    sessions.closeAll(account);
    accounts.raiseRevision(account);
    pages.changed("account:" + account, "account:*", "home");
  }

  /** A line for each grant that is in the second and not in the first. */
  private void log(Rights without, Rights with, String what, AccountId account, Actor by) {
    Set<Grant> changed = new TreeSet<>(with.grants());
    changed.removeAll(without.grants());
    changed.forEach(grant -> log.record(AuditEntry.of(by, what, account, grant.toString())));
  }

  /**
   * Lets nobody in with this account until it is unlocked, and ends its sessions. A measure of
   * safety; what readers did is for moderators to judge.
   *
   * @param reason for colleagues; may be empty
   * @throws Failure where it is one's own, or the last administrator's
   */
  @Transactional
  public void lock(AccountId account, String reason, Actor by) {
    if (account.equals(by.account())) {
      throw Failure.of(Failure.Kind.CONFLICT, "staff.lock-self");
    }
    if (reason.length() > REASON_LENGTH) {
      throw Failure.invalid("grund", "staff.reason-long", REASON_LENGTH);
    }
    accounts.lockRoles();
    setLocked(account, true, reason.replace("\0", ""));
    somebodyMustAdminister(accounts.rights(account));
    sessions.closeAll(account);
    log.record(AuditEntry.of(by, "account.locked", account, "").because(reason));
  }

  /** Lets them in again. */
  @Transactional
  public void unlock(AccountId account, Actor by) {
    setLocked(account, false, "");
    log.record(AuditEntry.of(by, "account.unlocked", account, ""));
  }

  private void setLocked(AccountId account, boolean locked, String reason) {
    if (!accounts.setLocked(account, locked, reason)) {
      throw unknown();
    }
  }

  /**
   * Somebody is about to leave: refused where nobody would be administrator any more. Keeps roles
   * as they are until the transaction ends.
   */
  public void beforeLeaving(AccountId account) {
    Rights rights = accounts.rights(account);
    if (!rights.has(Role.ADMINISTRATOR)) {
      return;
    }
    accounts.lockRoles();
    if (accounts.administrators() <= 1) {
      throw Failure.of(Failure.Kind.CONFLICT, "identity.last-administrator");
    }
  }

  private static Failure unknown() {
    return Failure.of(Failure.Kind.NOT_FOUND, "identity.account-unknown");
  }

  private void somebodyMustAdminister(Rights before) {
    if (before.has(Role.ADMINISTRATOR) && accounts.administrators() == 0) {
      throw Failure.of(Failure.Kind.CONFLICT, "identity.last-administrator");
    }
  }
}
