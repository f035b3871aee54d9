package org.talblatt.desk;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.talblatt.article.Act;
import org.talblatt.article.MayStandAgain;
import org.talblatt.article.TakenBack;
import org.talblatt.base.ArticleId;
import org.talblatt.wire.HandledItems;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireItem;

/**
 * What taking back means for the agency's item: a publication's waits in the inbox again, with the
 * article as a draft that it comes back into; an update's waits again.
 */
@Component
class TakenBackItems implements MayStandAgain {
  private final TakenItems taken;
  private final AgencyTexts texts;
  private final Wire wire;
  private final HandledItems handled;

  TakenBackItems(TakenItems taken, AgencyTexts texts, Wire wire, HandledItems handled) {
    this.taken = taken;
    this.texts = texts;
    this.wire = wire;
    this.handled = handled;
  }

  @EventListener
  void takenBack(TakenBack event) {
    boolean update = event.what() == Act.Kind.CORRECTION;
    if (update ? undone(event) : event.what() == Act.Kind.PUBLICATION) {
      taken.itemOf(event.article()).ifPresent(item -> handled.untake(item, update));
    }
  }

  /** Whether it was an update of the agency's; then the article is made of its older wording. */
  private boolean undone(TakenBack event) {
    TakenItems.Taken before = texts.takeBack(event.article(), event.version()).orElse(null);
    if (before != null) {
      taken.set(before);
    }
    return before != null;
  }

  @Override
  public boolean mayStand(ArticleId article) {
    return taken
        .itemOf(article)
        .flatMap(wire::find)
        .map(entry -> entry.status() == WireItem.Status.USABLE)
        .orElse(true);
  }
}
