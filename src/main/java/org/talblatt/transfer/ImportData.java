package org.talblatt.transfer;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;

/** That somebody's words came from another system. */
@Component
class ImportData implements PersonalData {
  private final ImportedKeys keys;

  ImportData(ImportedKeys keys) {
    this.keys = keys;
  }

  @Override
  public Set<String> columns() {
    return Set.of("imported_author.account");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section(
        "imported",
        "transfer.data-imported",
        rows ->
            keys.sourcesOf(account)
                .forEach(
                    source ->
                        rows.accept(
                            new PersonalRecord().with("source", "transfer.data-source", source))));
  }

  @Override
  public boolean erase(Leaver leaver) {
    keys.forget(leaver.account());
    return false;
  }
}
