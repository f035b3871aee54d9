package org.talblatt.identity;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.guard.AbuseSigns;
import org.talblatt.identity.guard.FormTokens;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;
import org.talblatt.platform.mail.MailAddress;
import org.talblatt.platform.page.PageChanges;

/** How somebody gets an account. */
@Component
public class Registration {
  private final Accounts accounts;
  private final Registrations registrations;
  private final Agreements agreements;
  private final FormTokens forms;
  private final AbuseSigns signs;
  private final Passwords passwords;
  private final KeptTexts texts;
  private final Throttle throttle;
  private final PageChanges pages;
  private final AuditLog log;
  private final Jobs jobs;
  private final Job<Long> registrationMail;
  private final Job<String> reminderMail;
  private final TransactionTemplate transaction;

  Registration(
      Accounts accounts,
      Registrations registrations,
      Agreements agreements,
      FormTokens forms,
      AbuseSigns signs,
      Passwords passwords,
      KeptTexts texts,
      Throttle throttle,
      PageChanges pages,
      AuditLog log,
      Jobs jobs,
      Job<Long> registrationMail,
      Job<String> reminderMail,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.registrations = registrations;
    this.agreements = agreements;
    this.forms = forms;
    this.signs = signs;
    this.passwords = passwords;
    this.texts = texts;
    this.throttle = throttle;
    this.pages = pages;
    this.log = log;
    this.jobs = jobs;
    this.registrationMail = registrationMail;
    this.reminderMail = reminderMail;
    this.transaction = transaction;
  }

  /**
   * What a mailed link would make an account of.
   *
   * @param disputed whether others wait for the same mail address, so that the password has to show
   *     whose registration this is
   */
  record Confirming(AccountName name, boolean disputed) {}

  /** Somebody whose mail address is confirmed, with where they wanted to go. */
  record Confirmed(AccountId account, String name, Optional<KeptText.Place> kept, String back) {}

  /**
   * Makes an active account with these roles: for staff, the demo and imports. Fails where name or
   * mail address is taken.
   */
  @Transactional
  public AccountId create(NewAccount account, Set<Role> roles) {
    return create(account, Rights.of(roles));
  }

  /** As above, by somebody, for the audit log. */
  @Transactional
  public AccountId create(NewAccount account, Rights rights, Actor by) {
    AccountId id = create(account, rights);
    log.record(AuditEntry.of(by, "account.created", id, String.join(", ", rights.words())));
    return id;
  }

  private AccountId create(NewAccount account, Rights rights) {
    String password = account.password();
    String hash = password == null ? Passwords.NONE : passwords.hash(password);
    AccountId id =
        accounts
            .insert(account, hash, null)
            .orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "identity.account-taken"));
    accounts.setRoles(id, rights);
    if (rights.has(Role.ADMINISTRATOR)) {
      // the front page of an empty paper says whether there is one
      pages.changed("home");
    }
    return id;
  }

  /** Whether anybody has an account. */
  public boolean anybody() {
    return accounts.anybody();
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
    mustBeFree(candidate);
    if (accounts.staff().stream()
        .anyMatch(member -> ReservedNames.looksLike(candidate.name(), member.name()))) {
      throw Failure.invalid(Map.of("name", "identity.name-reserved"));
    }
    String hash = passwords.hash(candidate.password());
    transaction.executeWithoutResult(
        done -> {
          registrations.queueUp();
          // somebody may have been faster
          mustBeFree(candidate);
          if (candidate.form().isEmpty() || firstTime(candidate)) {
            signs.note(AbuseSigns.Sign.REGISTRATION, block);
            long id = registrations.put(candidate, hash, agreements.current());
            registrations.madeBy(forms.key(candidate.form()), id);
            jobs.queue(registrationMail, id);
          }
        });
  }

  /**
   * A form is good for one registration. A double click is no mistake; other words in a form that
   * was sent correct what waits.
   */
  private boolean firstTime(Candidate candidate) {
    byte[] form = forms.key(candidate.form());
    boolean sentBefore = registrations.usedForm(form);
    boolean fresh =
        forms.use(candidate.form(), candidate.name().key() + "\n" + candidate.email().key());
    if (fresh && sentBefore && !registrations.deleteMadeBy(form)) {
      throw Failure.invalid("formular", "guard.form-used");
    }
    return fresh;
  }

  private void mustBeFree(Candidate candidate) {
    if (registrations.nameTaken(candidate.name(), candidate.email(), forms.key(candidate.form()))) {
      throw Failure.invalid(Map.of("name", "identity.name-taken"));
    }
  }

  /** Queues the links again; which registrations of this address wait is looked up later. */
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
  Optional<Confirming> waiting(String link) {
    return transaction.execute(
        done ->
            registrations
                .linked(link)
                .map(waiting -> new Confirming(waiting.name(), disputed(waiting))));
  }

  /**
   * Makes the account. Text that waited for the login now waits for the account.
   *
   * @param password needed only where several wait for the address: somebody else may have
   *     registered with it, and must not get an account that the address's owner confirmed
   * @throws Failure where the link is unknown, used or too old, the name was given away since, or
   *     the password is not the one of this registration
   */
  Confirmed confirm(String link, String password, String block) {
    Registrations.Waiting waiting =
        transaction.execute(done -> registrations.linked(link).orElseThrow(Registration::ended));
    boolean proved = false;
    if (disputed(waiting)) {
      throttle.count(Throttle.Limit.LOGIN, block + "\n" + waiting.email().key());
      // no connection is held meanwhile
      proved = passwords.matches(typed(password), waiting.passwordHash());
      if (!proved) {
        throw Failure.invalid("password", "identity.confirm-password-wrong");
      }
    }
    boolean mine = proved;
    return transaction.execute(done -> open(link, mine));
  }

  private Confirmed open(String link, boolean proved) {
    registrations.queueUp();
    Registrations.Waiting waiting = registrations.linked(link).orElseThrow(Registration::ended);
    if (!proved && disputed(waiting)) {
      throw Failure.invalid("password", "identity.confirm-password-wrong");
    }
    AccountId account =
        accounts
            .insert(
                new NewAccount(waiting.name(), waiting.email(), null, waiting.language()),
                waiting.passwordHash(),
                waiting.agreement())
            .orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "identity.account-taken"));
    accounts.setReadFirst(account, waiting.readFirst());
    registrations.deleteAll(waiting.email());
    Optional<KeptText.Place> kept =
        Optional.ofNullable(waiting.textKeyHash())
            .flatMap(hash -> texts.claim(HexFormat.of().parseHex(hash), account));
    return new Confirmed(account, waiting.name().value(), kept, waiting.back());
  }

  private boolean disputed(Registrations.Waiting waiting) {
    return registrations.withEmail(waiting.email()).size() > 1;
  }

  private static String typed(String password) {
    return password.length() > Passwords.LONGEST ? "" : password;
  }

  private static Failure ended() {
    return Failure.of(Failure.Kind.NOT_FOUND, "identity.link-ended");
  }
}
