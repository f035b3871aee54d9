package org.talblatt.identity.oidc;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.identity.SessionToken;
import org.talblatt.identity.Sessions;
import org.talblatt.identity.Throttle;
import org.talblatt.identity.Whence;
import org.talblatt.platform.OidcProvider;

/** Logging in by another provider, and proving such a login to link it. */
@Component
class OidcLogin {
  private final CodeExchange exchange;
  private final BegunLogins pendings;
  private final OidcLinks links;
  private final ProviderLinking linking;
  private final Sessions sessions;
  private final Throttle throttle;
  private final SecureRandom random;
  private final TransactionTemplate transaction;

  OidcLogin(
      CodeExchange exchange,
      BegunLogins pendings,
      OidcLinks links,
      ProviderLinking linking,
      Sessions sessions,
      Throttle throttle,
      SecureRandom random,
      TransactionTemplate transaction) {
    this.exchange = exchange;
    this.pendings = pendings;
    this.links = links;
    this.linking = linking;
    this.sessions = sessions;
    this.throttle = throttle;
    this.random = random;
    this.transaction = transaction;
  }

  /** A login begun: where the browser goes now, and what it keeps meanwhile. */
  record Begun(URI page, Secret secret) {}

  /** What came of it. */
  sealed interface Arrival {
    /** Somebody with an account here. */
    record Known(AccountId account, Whence whence) implements Arrival {}

    /** Somebody whom we don't know yet; their browser goes on under a fresh secret. */
    record Newcomer(Secret secret, Whence whence) implements Arrival {}

    /** The login now opens the reader's account too. */
    record Added() implements Arrival {}
  }

  /**
   * Begins a login.
   *
   * @param adding who wants to add the provider's login to their account; null for a login
   * @throws Refused where the provider can't be reached
   * @throws org.talblatt.base.Failure where too many were begun from there
   */
  Begun begin(OidcProvider provider, Whence whence, Pending.@Nullable Adding adding, String block) {
    throttle.count(Throttle.Limit.PROVIDER_BLOCK, block);
    Secret secret = Secret.random(random);
    URI page = exchange.begin(provider, secret);
    transaction.executeWithoutResult(
        done -> pendings.begin(secret, provider.key(), whence, adding));
    return new Begun(page, secret);
  }

  /** What this browser has begun, to lead back to where it came from. */
  Optional<Pending> begun(Optional<Secret> secret) {
    return secret.flatMap(pendings::find);
  }

  /**
   * Takes the provider's answer. Whatever this browser has not begun itself stays as it is.
   *
   * @throws Refused where it proves nobody
   */
  Arrival arrive(
      OidcProvider provider, Optional<Secret> cookie, CodeExchange.Answer answer, String block) {
    Secret secret = cookie.orElseThrow(() -> new Refused(Refused.Reason.ENDED));
    if (!answer.belongsTo(secret)) {
      throw new Refused(Refused.Reason.ENDED);
    }
    Pending pending =
        transaction.execute(
            done -> pendings.use(secret).orElseThrow(() -> new Refused(Refused.Reason.ENDED)));
    if (!pending.provider().equals(provider.key())) {
      throw new Refused(Refused.Reason.UNTRUSTED);
    }
    // no connection is held while the provider is asked
    Proven proven = exchange.finish(provider, secret, answer);
    return transaction.execute(done -> arrived(pending, secret, proven, block));
  }

  private Arrival arrived(Pending pending, Secret secret, Proven proven, String block) {
    if (pending.adding().isPresent()) {
      Pending.Adding adding = pending.adding().get();
      boolean still =
          sessions
              .reader(new SessionToken(adding.session(), false))
              .filter(reader -> reader.account().equals(adding.account()))
              .isPresent();
      if (!still) {
        throw new Refused(Refused.Reason.ENDED);
      }
      linking.link(adding.account(), proven, block);
      pendings.drop(secret);
      return new Arrival.Added();
    }
    Optional<AccountId> known = links.use(proven);
    if (known.isPresent()) {
      pendings.drop(secret);
      return new Arrival.Known(known.get(), pending.whence());
    }
    Secret fresh = Secret.random(random);
    pendings.prove(secret, fresh, proven);
    return new Arrival.Newcomer(fresh, pending.whence());
  }
}
