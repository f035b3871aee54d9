package org.talblatt.desk;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;
import org.talblatt.wire.HandledItems;

/** Which agency items an editor has moved. */
@Component
class DeskData implements PersonalData {
  private final HandledItems items;

  DeskData(HandledItems items) {
    this.items = items;
  }

  @Override
  public Set<String> columns() {
    return Set.of("wire_item.handled_by");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section(
        "wire-items",
        "leaving.data-wire-items",
        rows -> items.by(account, item -> rows.accept(record(item))));
  }

  private static PersonalRecord record(HandledItems.Handled item) {
    return new PersonalRecord()
        .with("item", "leaving.data-number", item.item().value())
        .with("headline", "leaving.data-headline", item.headline())
        .with("state", "leaving.data-state", item.state())
        .with("changedAt", "leaving.data-changed", item.changedAt());
  }

  @Override
  public boolean erase(Leaver leaver) {
    return items.forget(leaver.account());
  }
}
