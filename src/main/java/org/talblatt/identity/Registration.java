package org.talblatt.identity;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;

/** How somebody gets an account. */
@Component
public class Registration {
  private final Accounts accounts;
  private final Passwords passwords;

  Registration(Accounts accounts, Passwords passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

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
            .insert(account, hash, Account.State.ACTIVE)
            .orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "identity.account-taken"));
    accounts.setRoles(id, roles);
    return id;
  }
}
