package org.talblatt.desk;

import org.springframework.stereotype.Component;
import org.talblatt.article.Publishing;
import org.talblatt.desk.receipt.Withdrawals;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireItemId;
import org.talblatt.wire.WireListener;

/**
 * What an agency does to an item that went into another article. Its updates wait, since {@link
 * AgencyChanges} knows no article of it. Its withdrawal takes the article off where any of its text
 * was taken: nobody can say which sentence goes back to it after editing.
 */
@Component
class MergedChanges implements WireListener {
  private final MergedItems merged;
  private final Publishing publishing;
  private final Withdrawals withdrawals;

  MergedChanges(MergedItems merged, Publishing publishing, Withdrawals withdrawals) {
    this.merged = merged;
    this.publishing = publishing;
    this.withdrawals = withdrawals;
  }

  @Override
  public boolean updated(WireItemId id, WireItem item) {
    return true;
  }

  @Override
  public void withdrawn(WireItemId id, WireItem.Status why) {
    MergedItems.Merged known = merged.find(id).orElse(null);
    if (known == null) {
      return;
    }
    if (known.text()) {
      publishing.withdraw(known.article());
      withdrawals.because(known.article(), id, why);
    }
    merged.markWithdrawn(id);
  }
}
