package org.talblatt.identity.factor;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;

/** What is kept of how somebody logs in: a device for codes, known browsers, logins that wait. */
@Component
class FactorData implements PersonalData {
  private final Totps totps;
  private final FactorRecords records;

  FactorData(Totps totps, FactorRecords records) {
    this.totps = totps;
    this.records = records;
  }

  @Override
  public Set<String> columns() {
    return Set.of(
        "totp.account", "recovery_code.account", "pending_login.account", "known_device.account");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section(
        "second-factor",
        "factor.section-title",
        rows ->
            totps
                .since(account)
                .ifPresent(
                    since ->
                        rows.accept(
                            new PersonalRecord()
                                .with("since", "factor.data-since", since)
                                .with(
                                    "recoveryCodesLeft",
                                    "factor.data-left",
                                    totps.left(account)))));
    into.section(
        "known-devices",
        "factor.data-devices",
        rows ->
            records.devices(
                account,
                device ->
                    rows.accept(
                        new PersonalRecord()
                            .with("firstLogin", "factor.data-first", device.firstAt())
                            .with("lastLogin", "factor.data-last", device.lastAt()))));
  }

  @Override
  public boolean erase(Leaver leaver) {
    records.erase(leaver.account());
    return false;
  }
}
