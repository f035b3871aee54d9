package org.talblatt.identity.passkey;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;

/** What is held on somebody's passkeys; keys themselves say nothing about a person. */
@Component
class PasskeyData implements PersonalData {
  private final Passkeys passkeys;
  private final Challenges challenges;

  PasskeyData(Passkeys passkeys, Challenges challenges) {
    this.passkeys = passkeys;
    this.challenges = challenges;
  }

  @Override
  public Set<String> columns() {
    return Set.of("passkey.account", "passkey_holder.account", "passkey_challenge.account");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section(
        "passkeys",
        "passkey.title-all",
        rows -> passkeys.of(account).forEach(each -> rows.accept(record(each))));
  }

  private static PersonalRecord record(Passkey passkey) {
    return new PersonalRecord()
        .with("name", "passkey.name-label", passkey.name())
        .with("createdAt", "passkey.data-created", passkey.createdAt())
        .with("usedAt", "passkey.data-used", passkey.usedAt())
        .with("backedUp", "passkey.backed-up", passkey.backedUp());
  }

  @Override
  @Transactional
  public boolean erase(Leaver leaver) {
    passkeys.eraseAll(leaver.account());
    challenges.eraseAll(leaver.account());
    return false;
  }
}
