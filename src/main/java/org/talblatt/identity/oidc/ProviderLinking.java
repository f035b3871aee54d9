package org.talblatt.identity.oidc;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.AccountNotices;
import org.talblatt.identity.LinkedLogins;
import org.talblatt.identity.Newcomers;
import org.talblatt.identity.SecondFactors;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.platform.OidcProvider;
import org.talblatt.platform.Settings;

/** Which providers' logins open an account. The caller has seen proof of both. */
@Component
class ProviderLinking implements LinkedLogins {
  private final OidcLinks links;
  private final Newcomers accounts;
  private final SecondFactors factors;
  private final Settings settings;
  private final AuditLog log;
  private final AccountNotices notices;

  ProviderLinking(
      OidcLinks links,
      Newcomers accounts,
      SecondFactors factors,
      Settings settings,
      AuditLog log,
      AccountNotices notices) {
    this.links = links;
    this.accounts = accounts;
    this.factors = factors;
    this.settings = settings;
    this.log = log;
    this.notices = notices;
  }

  /**
   * From now on this login opens this account; its owner is told.
   *
   * @throws Refused where it opens another one, or another of that provider opens this one
   */
  @Transactional
  public void link(AccountId account, Proven proven, String block) {
    accounts.lock(account);
    if (links.use(proven).map(owner -> !owner.equals(account)).orElse(false)) {
      throw new Refused(Refused.Reason.TAKEN);
    }
    if (links.of(account).stream()
        .anyMatch(
            link ->
                link.subject().equals(proven.subject()) && link.issuer().equals(proven.issuer()))) {
      return;
    }
    if (!links.put(account, proven)) {
      throw new Refused(Refused.Reason.HAS_ONE);
    }
    tell(Actor.of(account, block), account, proven.issuer(), true);
  }

  /** As above, for an account just made with this login: there is nothing to tell. */
  @Transactional
  public void first(AccountId account, Proven proven) {
    if (!links.put(account, proven)) {
      throw new Refused(Refused.Reason.TAKEN);
    }
  }

  /**
   * From now on this login opens the account no more.
   *
   * @throws Refused where nothing else would
   */
  @Transactional
  public void unlink(AccountId account, String issuer, String block) {
    accounts.lock(account);
    List<OidcLinks.Link> all = links.of(account);
    if (all.stream().noneMatch(link -> link.issuer().equals(issuer))) {
      throw Failure.notFound();
    }
    if (all.size() == 1 && !otherWays(account)) {
      throw new Refused(Refused.Reason.LAST);
    }
    links.delete(account, issuer);
    tell(Actor.of(account, block), account, issuer, false);
  }

  @Override
  @Transactional
  public void dropAll(AccountId account, Actor by) {
    accounts.lock(account);
    List<OidcLinks.Link> all = links.of(account);
    links.deleteAll(account);
    all.forEach(link -> tell(by, account, link.issuer(), false));
  }

  /**
   * Whether the account can be entered without any provider. A link by mail would do too, but mail
   * addresses are lost, and with them the account.
   */
  private boolean otherWays(AccountId account) {
    return accounts.find(account).orElseThrow(Failure::loginRequired).password()
        || factors.opens(account);
  }

  private void tell(Actor by, AccountId account, String issuer, boolean added) {
    String name = name(issuer);
    log.record(
        AuditEntry.of(
            by, added ? "account.login-linked" : "account.login-unlinked", account, name));
    notices.tell(account, added ? "oidc.mail-linked" : "oidc.mail-unlinked", name);
  }

  /** What readers call the provider; one that the settings name no more by its address. */
  String name(String issuer) {
    return settings.oidc().providers().stream()
        .filter(each -> each.issuer().toString().equals(issuer))
        .map(OidcProvider::name)
        .findFirst()
        .orElse(issuer);
  }
}
