package org.talblatt.widget;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.AccountNotices;
import org.talblatt.identity.LinkedLogins;
import org.talblatt.identity.Newcomers;
import org.talblatt.identity.SecondFactors;
import org.talblatt.identity.Sessions;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;

/** Which sites' word opens an account, and the end of that. */
@Component
class SiteLinks implements LinkedLogins {
  private final Logins logins;
  private final Sites sites;
  private final Newcomers accounts;
  private final SecondFactors factors;
  private final Sessions sessions;
  private final AuditLog log;
  private final AccountNotices notices;

  SiteLinks(
      Logins logins,
      Sites sites,
      Newcomers accounts,
      SecondFactors factors,
      Sessions sessions,
      AuditLog log,
      AccountNotices notices) {
    this.logins = logins;
    this.sites = sites;
    this.accounts = accounts;
    this.factors = factors;
    this.sessions = sessions;
    this.log = log;
    this.notices = notices;
  }

  List<Logins.Link> of(AccountId account) {
    return logins.of(account);
  }

  /**
   * From now on what this site signs opens the account no more; what it has open closes.
   *
   * @throws Failure INVALID where nothing else opens the account but mail, which gets lost
   */
  @Transactional
  public void unlink(AccountId account, String site, Actor by) {
    accounts.lock(account);
    List<Logins.Link> all = logins.of(account);
    List<Logins.Link> ended = all.stream().filter(link -> link.site().equals(site)).toList();
    if (ended.isEmpty()) {
      throw Failure.notFound();
    }
    if (ended.size() == all.size() && !otherWays(account)) {
      throw Failure.invalid("website", "widget.links-last", name(site));
    }
    logins.sessions(account, site).forEach(hex -> sessions.close(account, hex));
    logins.delete(account, site);
    tell(by, account, site);
  }

  /** The caller ends all sessions of the account. */
  @Override
  @Transactional
  public void dropAll(AccountId account, Actor by) {
    accounts.lock(account);
    List<Logins.Link> all = logins.of(account);
    logins.deleteAll(account);
    all.stream().map(Logins.Link::site).distinct().forEach(site -> tell(by, account, site));
  }

  private boolean otherWays(AccountId account) {
    return accounts.find(account).orElseThrow(Failure::loginRequired).password()
        || factors.opens(account);
  }

  private void tell(Actor by, AccountId account, String site) {
    log.record(AuditEntry.of(by, "account.login-unlinked", account, name(site)));
    notices.tell(account, "widget.mail-unlinked", name(site));
  }

  /** What readers call the site; one that is entered no more by its short name. */
  String name(String site) {
    return sites.find(site).map(Site::name).orElse(site);
  }
}
