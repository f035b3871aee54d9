package org.talblatt.identity.mailcheck;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;

/** That mail to somebody came back is something held on them. */
@Component
class BouncedData implements PersonalData {
  private final BouncedAddresses addresses;

  BouncedData(BouncedAddresses addresses) {
    this.addresses = addresses;
  }

  @Override
  public Set<String> columns() {
    return Set.of("account.email_bounced", "account.email_bounced_at");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section(
        "returned-mails",
        "mailcheck.data",
        rows ->
            addresses
                .of(account)
                .filter(address -> address.bouncedAt().isPresent())
                .ifPresent(
                    address ->
                        rows.accept(
                            new PersonalRecord()
                                .with("email", "mailcheck.data-address", address.email())
                                .with(
                                    "since",
                                    "mailcheck.data-since",
                                    address.bouncedAt().orElseThrow()))));
  }

  @Override
  public boolean erase(Leaver leaver) {
    addresses.forget(leaver.account());
    return false;
  }
}
