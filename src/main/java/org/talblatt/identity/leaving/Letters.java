package org.talblatt.identity.leaving;

import java.io.OutputStream;
import org.springframework.stereotype.Service;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaving;
import org.talblatt.identity.LetterRequests;
import org.talblatt.paper.Actor;

/** Serves who asked by letter. */
@Service
class Letters implements LetterRequests {
  private final Packing packing;
  private final Departing departing;
  private final Erasing erasing;

  Letters(Packing packing, Departing departing, Erasing erasing) {
    this.packing = packing;
    this.departing = departing;
    this.erasing = erasing;
  }

  @Override
  public void export(AccountId account, OutputStream out) {
    packing.write(account, out, done -> {});
  }

  @Override
  public void erase(AccountId account, Leaving way) {
    if (!departing.possible(account)) {
      departing.leaveAtOnce(account, way, Actor.console());
    } else {
      departing.hurry(account, way);
    }
    erasing.erase(account);
  }
}
