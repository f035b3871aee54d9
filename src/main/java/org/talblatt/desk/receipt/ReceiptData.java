package org.talblatt.desk.receipt;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;

/** Which articles somebody took off. */
@Component
class ReceiptData implements PersonalData {
  private final Receipts receipts;

  ReceiptData(Receipts receipts) {
    this.receipts = receipts;
  }

  @Override
  public Set<String> columns() {
    return Set.of("receipt.account");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section(
        "receipts",
        "changes.receipts",
        rows ->
            receipts
                .by(account)
                .forEach(
                    receipt ->
                        rows.accept(
                            new PersonalRecord()
                                .with("article", "leaving.data-article", receipt.article().value())
                                .with("headline", "leaving.data-headline", receipt.headline())
                                .with("createdAt", "leaving.data-created", receipt.arrived()))));
  }

  @Override
  public boolean erase(Leaver leaver) {
    return receipts.forget(leaver.account());
  }
}
