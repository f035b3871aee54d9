package org.talblatt.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.Draft;
import org.talblatt.article.Merged;
import org.talblatt.article.Publishing;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
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
  private final AgencyTexts texts;
  private final ArticlesOnFile articles;
  private final Publishing publishing;
  private final Withdrawals withdrawals;

  AgencyChanges(
      TakenItems taken,
      AgencyTexts texts,
      ArticlesOnFile articles,
      Publishing publishing,
      Withdrawals withdrawals) {
    this.withdrawals = withdrawals;
    this.taken = taken;
    this.texts = texts;
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
    if (!article.published()
        || item.forEditors()
        || item.mustBeRead()
        || item.headline().isBlank()) {
      return false;
    }
    AgencyMerge merge = merge(article, item, known.unread());
    // a correction doesn't wait where it meets no word of ours
    if (!merge.untouched() && !(merge.clean() && item.correcting())) {
      return false;
    }
    bring(article, item, known.unread(), merge.with(merge.preferring(Merged.Side.OURS)), null);
    return true;
  }

  /**
   * Puts the agency's changes into the article, at the same address; what only we changed stays,
   * what both changed is the agency's.
   *
   * @param editor null where nobody here chose it
   */
  void correct(
      ArticlesOnFile.OnFile article, WireItem item, boolean unread, @Nullable AccountId editor) {
    AgencyMerge merge = merge(article, item, unread);
    bring(article, item, unread, merge.with(merge.preferring(Merged.Side.THEIRS)), editor);
  }

  /** Remembers the agency's wording that a new article was made of. */
  void made(ArticleId article, Draft agencys) {
    texts.put(article, AgencyText.of(agencys));
  }

  /** What the agency's newer wording and our article have in common, and where they differ. */
  AgencyMerge merge(ArticlesOnFile.OnFile article, WireItem item, boolean unread) {
    return AgencyMerge.of(
        texts.find(article.id()).orElse(AgencyText.NONE),
        article.draft(),
        ItemDraft.update(item, article.draft(), unread));
  }

  /** Puts the chosen wording into the article; from now on it is made of the agency's newer one. */
  void bring(
      ArticlesOnFile.OnFile article,
      WireItem item,
      boolean unread,
      Draft draft,
      @Nullable AccountId editor) {
    if (!draft.equals(article.draft())) {
      publishing.correct(article.id(), article.version(), draft, editor);
    }
    int version = articles.find(article.id()).orElseThrow().version();
    texts.remember(article.id(), version);
    taken.set(new TakenItems.Taken(article.id(), version, unread));
    made(article.id(), ItemDraft.fresh(item, article.draft().section(), unread));
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
