package org.talblatt.platform.page;

import java.util.Collection;
import java.util.List;

/**
 * Tells every node which pages are out of date. Called inside the transaction that changes
 * something; the pages are gone from this node's cache after its commit and before the door
 * returns, from other nodes within moments. Outside a transaction it acts at once.
 */
public interface PageChanges {
  /** Purges every page under one of these tags, once the running transaction has committed. */
  void changed(Collection<String> tags);

  /** As {@link #changed(Collection)}. */
  default void changed(String... tags) {
    changed(List.of(tags));
  }
}
