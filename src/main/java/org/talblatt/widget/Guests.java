package org.talblatt.widget;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Account;
import org.talblatt.identity.AccountName;
import org.talblatt.identity.Accounts;
import org.talblatt.identity.NewAccount;
import org.talblatt.identity.Newcomers;
import org.talblatt.identity.SessionToken;
import org.talblatt.identity.Sessions;
import org.talblatt.paper.Papers;
import org.talblatt.platform.mail.MailAddress;
import org.talblatt.platform.mail.Reachability;

/** Accounts of those for whom a site vouches. Runs in the transaction of who asks. */
@Component
class Guests {
  /** Shorter than a reader's own sessions; as long as it lasts, the list shows one per site. */
  private static final Duration SESSION = Duration.ofHours(12);

  private static final int NOBODYS_BYTES = 10;

  private final Logins logins;
  private final Accounts accounts;
  private final Newcomers newcomers;
  private final Sessions sessions;
  private final Reachability reachability;
  private final Papers papers;
  private final SecureRandom random;

  Guests(
      Logins logins,
      Accounts accounts,
      Newcomers newcomers,
      Sessions sessions,
      Reachability reachability,
      Papers papers,
      SecureRandom random) {
    this.logins = logins;
    this.accounts = accounts;
    this.newcomers = newcomers;
    this.sessions = sessions;
    this.reachability = reachability;
    this.papers = papers;
    this.random = random;
  }

  /** The session in which a reader of the site acts; empty where they have no account yet. */
  Optional<SessionToken> enter(Site site, SignOn.Vouched who) {
    return logins.account(site.slug(), who.subject()).map(account -> session(site, who, account));
  }

  /**
   * As above, with an account made for who has none: they agreed to the house rules. Whose mail
   * address belongs to an account already is not let in by what another house says.
   */
  SessionToken register(Site site, SignOn.Vouched who, String language) {
    Optional<SessionToken> known = enter(site, who);
    if (known.isPresent()) {
      return known.get();
    }
    MailAddress email = who.email().orElseGet(() -> nobodys(site));
    AccountName name = newcomers.nameNear(who.name(), papers.current().name(), email);
    if (newcomers.withEmail(email).isPresent()) {
      throw Failure.of(Failure.Kind.CONFLICT, "widget.account-exists").typed("account-exists");
    }
    AccountId account = newcomers.admit(new NewAccount(name, email, null, language));
    if (who.email().isEmpty()) {
      reachability.cameBack(email);
    }
    logins.put(site.slug(), who.subject(), account);
    return session(site, who, account);
  }

  /** Nobody has an address there, and no mail is ever sent to one (RFC 2606). */
  private MailAddress nobodys(Site site) {
    byte[] bits = new byte[NOBODYS_BYTES];
    random.nextBytes(bits);
    return new MailAddress(HexFormat.of().formatHex(bits) + "@" + site.slug() + ".invalid");
  }

  private SessionToken session(Site site, SignOn.Vouched who, AccountId id) {
    Account.State state = accounts.find(id).orElseThrow(Failure::forbidden).state();
    if (state != Account.State.ACTIVE && state != Account.State.SUSPENDED) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "identity.login-closed");
    }
    return logins
        .session(site.slug(), who.subject(), Passes.GOOD_FOR)
        .orElseGet(
            () -> {
              SessionToken fresh = sessions.openUnseen(id, site.slug(), SESSION);
              logins.putSession(site.slug(), who.subject(), fresh);
              return fresh;
            });
  }
}
