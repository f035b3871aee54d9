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
  private final Wire wire;
  private final HandledItems handled;

  TakenBackItems(TakenItems taken, Wire wire, HandledItems handled) {
    this.taken = taken;
    this.wire = wire;
    this.handled = handled;
  }

  @EventListener
  void takenBack(TakenBack event) {
    if (event.what() != Act.Kind.WITHDRAWAL) {
      taken
          .itemOf(event.article())
          .ifPresent(item -> handled.untake(item, event.what() == Act.Kind.CORRECTION));
    }
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
