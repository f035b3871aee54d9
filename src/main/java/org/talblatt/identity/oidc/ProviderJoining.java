package org.talblatt.identity.oidc;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.AccountName;
import org.talblatt.identity.KeptText;
import org.talblatt.identity.KeptTexts;
import org.talblatt.identity.NearName;
import org.talblatt.identity.NewAccount;
import org.talblatt.identity.Newcomers;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Throttle;
import org.talblatt.identity.Whence;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;
import org.talblatt.platform.mail.MailAddress;

/**
 * How somebody whom a provider proved, and whom we don't know yet, gets an account or joins one.
 */
@Component
class ProviderJoining {
  private static final int TRIES = 20;

  private final BegunLogins pendings;
  private final ProvedAddresses addresses;
  private final ProviderLinking linking;
  private final Newcomers newcomers;
  private final KeptTexts texts;
  private final Throttle throttle;
  private final Jobs jobs;
  private final Job<Long> oidcAddressMail;
  private final TransactionTemplate transaction;

  ProviderJoining(
      BegunLogins pendings,
      ProvedAddresses addresses,
      ProviderLinking linking,
      Newcomers newcomers,
      KeptTexts texts,
      Throttle throttle,
      Jobs jobs,
      Job<Long> oidcAddressMail,
      TransactionTemplate transaction) {
    this.pendings = pendings;
    this.addresses = addresses;
    this.linking = linking;
    this.newcomers = newcomers;
    this.texts = texts;
    this.throttle = throttle;
    this.jobs = jobs;
    this.oidcAddressMail = oidcAddressMail;
    this.transaction = transaction;
  }

  /** Somebody with an account made just now. */
  record Joined(AccountId account, Whence whence) {}

  /** What is to be known of who stands at the door. */
  record Someone(Pending pending, Proven proven) {}

  /** Whom a provider proved in this browser. */
  Optional<Someone> someone(Optional<Secret> secret) {
    return secret
        .flatMap(pendings::proved)
        .flatMap(pending -> pending.proven().map(proven -> new Someone(pending, proven)));
  }

  /** Whether the proved address belongs to an account here; its owner proved to be that. */
  boolean hasAccount(Proven proven) {
    return proven.email().flatMap(newcomers::withEmail).isPresent();
  }

  /** A name that could be theirs; empty where nothing comes to mind. */
  String suggestion(Proven proven) {
    Optional<MailAddress> email = proven.email();
    Optional<AccountName> name = NearName.of(proven.suggestedName());
    if (email.isEmpty() || name.isEmpty()) {
      return "";
    }
    for (int i = 1; i <= TRIES; i++) {
      AccountName tried = NearName.numbered(name.get(), i);
      if (newcomers.free(tried, email.get())) {
        return tried.value();
      }
    }
    return "";
  }

  /**
   * Makes the account, which this login opens from now on.
   *
   * @throws Refused where no provider has proved anybody in this browser lately
   * @throws Failure naming the fields that are wrong, or a conflict where the address has an
   *     account
   */
  Joined join(Optional<Secret> cookie, Map<String, String> fields, String block) {
    Secret secret = cookie.orElseThrow(() -> new Refused(Refused.Reason.ENDED));
    Someone someone = someone(cookie).orElseThrow(() -> new Refused(Refused.Reason.ENDED));
    MailAddress email =
        someone.proven().email().orElseThrow(() -> new Refused(Refused.Reason.ENDED));
    NewAccount account = newcomers.read(fields, email);
    throttle.count(Throttle.Limit.REGISTRATION_BLOCK, block);
    return transaction.execute(
        done -> {
          if (!pendings.drop(secret)) {
            throw new Refused(Refused.Reason.ENDED);
          }
          AccountId id = newcomers.admit(account);
          linking.first(id, someone.proven());
          return new Joined(id, someone.pending().whence());
        });
  }

  /**
   * Links the login that a provider proved in this browser to the account of who is logged in
   * there: proof of both.
   *
   * @return where they came from
   */
  String link(Optional<Secret> cookie, Reader reader, String block) {
    Secret secret = cookie.orElseThrow(() -> new Refused(Refused.Reason.ENDED));
    Someone someone = someone(cookie).orElseThrow(() -> new Refused(Refused.Reason.ENDED));
    return transaction.execute(
        done -> {
          linking.link(reader.account(), someone.proven(), block);
          pendings.drop(secret);
          Whence whence = someone.pending().whence();
          Optional<KeptText.Place> kept =
              whence.text().isEmpty()
                  ? Optional.empty()
                  : texts.claim(whence.text(), reader.account());
          String path = kept.map(KeptText.Place::path).orElse(whence.back());
          return path.isEmpty() ? "/" : path;
        });
  }

  /** Mails a link that proves an address; the same whether it has an account here or not. */
  void mail(Someone someone, MailAddress email, String language, String block) {
    throttle.count(Throttle.Limit.MAIL_BLOCK, block);
    throttle.count(Throttle.Limit.MAIL, email.key());
    transaction.executeWithoutResult(
        done ->
            jobs.queue(
                oidcAddressMail,
                addresses.put(someone.pending(), someone.proven(), email, language)));
  }

  /** The address that a mailed link would prove. */
  Optional<ProvedAddresses.Waiting> waiting(String link) {
    return addresses.linked(new Secret(link));
  }

  /**
   * Proves the address by the mailed link, for the login that it was asked for, in a browser where
   * the provider has proved that login.
   */
  void prove(Optional<Secret> cookie, String link) {
    Secret secret = cookie.orElseThrow(() -> new Refused(Refused.Reason.ENDED));
    Someone someone = someone(cookie).orElseThrow(() -> new Refused(Refused.Reason.ENDED));
    transaction.executeWithoutResult(
        done -> {
          ProvedAddresses.Waiting waiting =
              addresses
                  .linked(new Secret(link))
                  .filter(each -> each.isFor(someone.proven()))
                  .orElseThrow(() -> new Refused(Refused.Reason.ENDED));
          addresses.drop(new Secret(link));
          pendings.setEmail(secret, waiting.email(), waiting.whence());
        });
  }
}
