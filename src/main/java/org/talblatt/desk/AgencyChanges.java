package org.talblatt.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.base.AccountId;
import org.talblatt.desk.receipt.Withdrawals;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireItemId;
import org.talblatt.wire.WireListener;

/**
 * Brings what an agency changes into the article that was made of it: the new wording where nobody
 * here worked on the text, a cancel always and at once.
 */
@Component
class AgencyChanges implements WireListener {
  private final TakenItems taken;
  private final ArticlesOnFile articles;
  private final Publishing publishing;
  private final Withdrawals withdrawals;

  AgencyChanges(
      TakenItems taken, ArticlesOnFile articles, Publishing publishing, Withdrawals withdrawals) {
    this.withdrawals = withdrawals;
    this.taken = taken;
    this.articles = articles;
    this.publishing = publishing;
  }

  @Override
  public boolean updated(WireItemId id, WireItem item) {
    TakenItems.Taken known = taken.current(id).orElse(null);
    if (known == null) {
      return false;
    }
    // an editor who corrects it at this moment is waited for, and seen
    ArticlesOnFile.OnFile article = articles.lock(known.article()).orElseThrow();
    boolean ours = !article.published() || article.version() != known.version();
    if (ours || item.forEditors() || item.mustBeRead() || item.headline().isBlank()) {
      return false;
    }
    correct(article, item, known.unread(), null);
    return true;
  }

  /**
   * Puts the agency's wording into the article, at the same address.
   *
   * @param editor null where nobody here chose it
   */
  void correct(
      ArticlesOnFile.OnFile article, WireItem item, boolean unread, @Nullable AccountId editor) {
    Draft draft = ItemDraft.update(item, article.draft(), unread);
    if (!draft.equals(article.draft())) {
      publishing.correct(article.id(), article.version(), draft, editor);
    }
    int version = articles.find(article.id()).orElseThrow().version();
    taken.set(new TakenItems.Taken(article.id(), version, unread));
  }

  @Override
  public void withdrawn(WireItemId id, WireItem.Status why) {
    taken
        .current(id)
        .ifPresent(
            known -> {
              publishing.withdraw(known.article());
              withdrawals.because(known.article(), id, why);
              taken.markWithdrawn(known.article());
            });
  }
}
