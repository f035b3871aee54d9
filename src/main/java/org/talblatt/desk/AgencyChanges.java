package org.talblatt.desk;

import org.springframework.stereotype.Component;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
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

  AgencyChanges(TakenItems taken, ArticlesOnFile articles, Publishing publishing) {
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
    ArticlesOnFile.OnFile article = articles.find(known.article()).orElseThrow();
    if (!article.published() || article.version() != known.version() || item.forEditors()) {
      return false;
    }
    correct(article, item, known.unread());
    return true;
  }

  /** Puts the agency's wording into the article, at the same address. */
  void correct(ArticlesOnFile.OnFile article, WireItem item, boolean unread) {
    Draft draft = ItemDraft.update(item, article.draft(), unread);
    if (!draft.equals(article.draft())) {
      publishing.correct(article.id(), article.version(), draft, null);
    }
    int version = articles.find(article.id()).orElseThrow().version();
    taken.set(new TakenItems.Taken(article.id(), version, unread));
  }

  @Override
  public void withdrawn(WireItemId id) {
    taken
        .current(id)
        .ifPresent(
            known -> {
              publishing.withdraw(known.article());
              taken.markWithdrawn(known.article());
            });
  }
}
