package org.talblatt.identity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;

/** Who can show more than a password: a code from a device, or a passkey. */
@Component
public class SecondFactors {
  private final ObjectProvider<SecondFactor> kinds;

  SecondFactors(ObjectProvider<SecondFactor> kinds) {
    this.kinds = kinds;
  }

  /** Whether the account has a second factor of any kind. */
  public boolean has(AccountId account) {
    return kinds.stream().anyMatch(kind -> kind.on(account));
  }

  /** Takes all of them from the account. */
  void drop(AccountId account) {
    kinds.forEach(kind -> kind.drop(account));
  }

  /** Whether the account has one that lets its owner in without anything else. */
  public boolean opens(AccountId account) {
    return kinds.stream().anyMatch(kind -> kind.opensAlone() && kind.on(account));
  }
}
