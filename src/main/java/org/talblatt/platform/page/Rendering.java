package org.talblatt.platform.page;

import java.util.Objects;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a page of a route. */
@FunctionalInterface
interface Rendering {
  Page render(PageRoute route, PageAddress address) throws Exception;

  /**
   * Reads all of a page at one moment: what is listed, and when the next thing will be, must not
   * fall on two sides of a change.
   */
  static Rendering ofOneMoment(PlatformTransactionManager transactions) {
    TransactionTemplate moment = new TransactionTemplate(transactions);
    moment.setReadOnly(true);
    moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    return (route, address) ->
        Objects.requireNonNull(moment.execute(status -> route.render(address)));
  }
}
