package org.talblatt.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.platform.mail.MailAddress;

/** Proves who somebody is by name or mail address and password. */
@Component
class Login {
  /** What came of it. */
  sealed interface Result {
    /** It is them; whether their account admits them is the entrance's to say. */
    record Welcome(AccountId account) implements Result {}

    /** Name, address or password is wrong; we don't say which. */
    record Wrong() implements Result {}

    /** The password is right, the mail address not confirmed. */
    record Unconfirmed(long registration, MailAddress email) implements Result {}
  }

  private static final int LONGEST = 300;

  private final Accounts accounts;
  private final Registrations registrations;
  private final Passwords passwords;
  private final Guesses guesses;
  private final TransactionTemplate transaction;

  Login(
      Accounts accounts,
      Registrations registrations,
      Passwords passwords,
      Guesses guesses,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.registrations = registrations;
    this.passwords = passwords;
    this.guesses = guesses;
    this.transaction = transaction;
  }

  /**
   * Compares with the account, then with the newest registration that waits, and with nobody's
   * password in place of either: a refusal is the same work for every name and address. No
   * connection is held meanwhile.
   *
   * @param caller where they come from; so many tries from one place, then slower
   * @throws Failure where there were too many
   */
  Result check(String login, String typed, Caller caller) {
    Optional<Account> account = account(login);
    Guesses.Guess guess = guesses.begin(account.map(Account::id), who(login), caller);
    Result result = compare(account, login, typed);
    if (result instanceof Result.Welcome) {
      guesses.right(guess);
    } else if (result instanceof Result.Wrong) {
      guesses.wrong(guess);
    }
    return result;
  }

  /** The same however it is written. */
  private static String who(String login) {
    return isEmail(login)
        ? MailAddress.parse(login).map(MailAddress::key).orElse("")
        : key(login).orElse("");
  }

  private Result compare(Optional<Account> account, String login, String typed) {
    String password = typed.length() > Passwords.LONGEST ? "" : typed;
    if (passwords.matches(password, account.map(Account::passwordHash).orElse(Passwords.NONE))) {
      return welcome(account.orElseThrow(), password);
    }
    Optional<Registrations.Waiting> waiting = waiting(login);
    String hash = waiting.map(Registrations.Waiting::passwordHash).orElse(Passwords.NONE);
    return passwords.matches(password, hash)
        ? new Result.Unconfirmed(waiting.orElseThrow().id(), waiting.orElseThrow().email())
        : new Result.Wrong();
  }

  private Result welcome(Account account, String password) {
    if (passwords.outdated(account.passwordHash())) {
      String renewed = passwords.hash(password);
      transaction.executeWithoutResult(done -> accounts.setPasswordHash(account.id(), renewed));
    }
    return new Result.Welcome(account.id());
  }

  private Optional<Account> account(String login) {
    return isEmail(login)
        ? MailAddress.parse(login).flatMap(accounts::withEmail)
        : key(login).flatMap(accounts::withNameKey);
  }

  private Optional<Registrations.Waiting> waiting(String login) {
    return isEmail(login)
        ? MailAddress.parse(login)
            .flatMap(email -> registrations.withEmail(email).stream().findFirst())
        : key(login).flatMap(registrations::withNameKey);
  }

  /** Names hold no {@code @}, addresses always do. */
  private static boolean isEmail(String login) {
    return login.contains("@");
  }

  private static Optional<String> key(String login) {
    return login.length() > LONGEST
        ? Optional.empty()
        : Optional.of(AccountName.key(login.strip()));
  }
}
