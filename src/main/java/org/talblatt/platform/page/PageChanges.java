package org.talblatt.platform.page;

import java.util.Collection;
import java.util.List;

/**
 * Tells every node which pages are out of date. Called inside the transaction that changes
 * something; the pages are gone from this node's cache after its commit and before the door
 * returns, from other nodes within moments. Outside a transaction it acts at once.
 */
public interface PageChanges {
  /**
   * What a tag begins with that purges nothing: it only travels to the {@link ChangeHearer}s of all
   * nodes, together with the tags that it is named with.
   */
  String NEWS = "!";

  /** Purges every page under one of these tags, once the running transaction has committed. */
  void changed(Collection<String> tags);

  /** As {@link #changed(Collection)}. */
  default void changed(String... tags) {
    changed(List.of(tags));
  }

  /**
   * As {@link #changed(Collection)} for what changes often and matters little (votes): pages under
   * these tags are made again at most once a second, and are at most one second behind.
   */
  void countsChanged(Collection<String> tags);

  /** As {@link #countsChanged(Collection)}. */
  default void countsChanged(String... tags) {
    countsChanged(List.of(tags));
  }

  /**
   * Raised by every purge on this node, wherever the change was made: what is remembered of the
   * database is up to date while the number stays as it was before it was read.
   */
  long number();

  /**
   * The {@link #number} at the last change of this tag on this node, wherever it was made; at least
   * the one at the first question. What was read of the database at a number that is not lower is
   * up to date as to what the tag stands for.
   */
  long lastChange(String tag);
}
