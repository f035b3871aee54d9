package org.talblatt.identity;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;
import org.talblatt.platform.mail.MailAddress;

/** How somebody gets an account. */
@Component
public class Registration {
  private final Accounts accounts;
  private final Registrations registrations;
  private final Passwords passwords;
  private final KeptTexts texts;
  private final Throttle throttle;
  private final Jobs jobs;
  private final Job<Long> registrationMail;
  private final Job<String> reminderMail;
  private final TransactionTemplate transaction;

  Registration(
      Accounts accounts,
      Registrations registrations,
      Passwords passwords,
      KeptTexts texts,
      Throttle throttle,
      Jobs jobs,
      Job<Long> registrationMail,
      Job<String> reminderMail,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.registrations = registrations;
    this.passwords = passwords;
    this.texts = texts;
    this.throttle = throttle;
    this.jobs = jobs;
    this.registrationMail = registrationMail;
    this.reminderMail = reminderMail;
    this.transaction = transaction;
  }

  /** Somebody whose mail address is confirmed, with where they wanted to go. */
  record Confirmed(AccountId account, String name, Optional<ArticleId> article, String back) {}

  /**
   * Makes an active account with these roles: for staff, the demo and imports. Fails where name or
   * mail address is taken.
   */
  @Transactional
  public AccountId create(NewAccount account, Set<Role> roles) {
    String password = account.password();
    String hash = password == null ? Passwords.NONE : passwords.hash(password);
    AccountId id =
        accounts
            .insert(account, hash, null)
            .orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "identity.account-taken"));
    accounts.setRoles(id, roles);
    return id;
  }

  /**
   * Keeps what somebody registered with and mails them. Does exactly the same whether the mail
   * address has an account or not; only the mail tells its reader which. That a name is taken may
   * be said.
   *
   * @param block where they come from
   */
  void register(Candidate candidate, String block) {
    throttle.count(Throttle.Limit.REGISTRATION_BLOCK, block);
    mailLimit(candidate.email(), block);
    if (registrations.nameTaken(candidate.name(), candidate.email())) {
      throw nameTaken();
    }
    if (accounts.staff().stream()
        .anyMatch(member -> ReservedNames.looksLike(candidate.name(), member.name()))) {
      throw Failure.invalid(Map.of("name", "identity.name-reserved"));
    }
    String hash = passwords.hash(candidate.password());
    try {
      transaction.executeWithoutResult(
          done -> jobs.queue(registrationMail, registrations.put(candidate, hash)));
    } catch (DuplicateKeyException somebodyWasFaster) {
      throw nameTaken();
    }
  }

  /** Queues the link again; whether a registration of this address waits is looked up later. */
  void remind(MailAddress email, String block) {
    mailLimit(email, block);
    jobs.queue(reminderMail, email.value());
  }

  /** As above, for one that is known to wait. */
  void remind(Login.Result.Unconfirmed waiting, String block) {
    mailLimit(waiting.email(), block);
    jobs.queue(registrationMail, waiting.registration());
  }

  private void mailLimit(MailAddress email, String block) {
    throttle.count(Throttle.Limit.MAIL_BLOCK, block);
    throttle.count(Throttle.Limit.MAIL, email.key());
  }

  /** Who confirms with a mailed link; empty where the link is unknown, used or too old. */
  Optional<AccountName> waiting(String link) {
    return transaction.execute(done -> registrations.linked(link).map(Registrations.Waiting::name));
  }

  /**
   * Makes the account. Text that waited for the login now waits for the account.
   *
   * @throws Failure where the link is unknown, used or too old, or the name was given away since
   */
  @Transactional
  Confirmed confirm(String link) {
    Registrations.Waiting waiting =
        registrations
            .linked(link)
            .orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "identity.link-ended"));
    AccountId account =
        accounts
            .insert(
                new NewAccount(waiting.name(), waiting.email(), null, waiting.language()),
                waiting.passwordHash(),
                waiting.acceptedRules())
            .orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "identity.account-taken"));
    registrations.delete(waiting.id());
    Optional<ArticleId> article =
        Optional.ofNullable(waiting.textKeyHash())
            .flatMap(hash -> texts.claim(HexFormat.of().parseHex(hash), account));
    return new Confirmed(account, waiting.name().value(), article, waiting.back());
  }

  private static Failure nameTaken() {
    return Failure.invalid(Map.of("name", "identity.name-taken"));
  }
}
