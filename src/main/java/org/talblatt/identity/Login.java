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
    /** It is them. */
    record Welcome(AccountId account, String name) implements Result {}

    /** Name, address or password is wrong; we don't say which. */
    record Wrong() implements Result {}

    /** The password is right, the mail address not confirmed. */
    record Unconfirmed(AccountId account) implements Result {}

    /** The password is right, the account doesn't admit them. */
    record Closed() implements Result {}
  }

  private final Accounts accounts;
  private final Passwords passwords;
  private final TransactionTemplate transaction;

  Login(Accounts accounts, Passwords passwords, TransactionTemplate transaction) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.transaction = transaction;
  }

  /** Compares once, whether there is such an account or not; no connection is held meanwhile. */
  Result check(String login, String password) {
    Optional<Account> known = find(login);
    if (known.isEmpty() || password.length() > Passwords.LONGEST) {
      passwords.matchNobody("");
      return new Result.Wrong();
    }
    Account account = known.get();
    if (!passwords.matches(password, account.passwordHash())) {
      return new Result.Wrong();
    }
    return switch (account.state()) {
      case ACTIVE, SUSPENDED -> welcome(account, password);
      case UNCONFIRMED -> new Result.Unconfirmed(account.id());
      case BANNED, LEAVING, CLOSED -> new Result.Closed();
    };
  }

  private Result welcome(Account account, String password) {
    if (passwords.outdated(account.passwordHash())) {
      String renewed = passwords.hash(password);
      transaction.executeWithoutResult(done -> accounts.setPasswordHash(account.id(), renewed));
    }
    return new Result.Welcome(account.id(), account.name());
  }

  /** Names hold no {@code @}, addresses always do. */
  private Optional<Account> find(String login) {
    if (login.length() > MOST) {
      return Optional.empty();
    }
    return login.contains("@")
        ? MailAddress.parse(login).flatMap(accounts::withEmail)
        : accounts.withNameKey(AccountName.key(login.strip()));
  }

  private static final int MOST = 300;
}
