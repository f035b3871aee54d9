package org.talblatt.platform.page;

import java.util.Collection;

/**
 * Hears of everything that changes, whichever node changed it. Implemented by features as beans.
 */
public interface ChangeHearer {
  /**
   * Something has changed, and pages that showed it are gone. Called on the writer's way back from
   * its commit: returns at once.
   *
   * @param marks tags; a tag behind a {@code ~} where only counts changed; {@link PageChanges#NEWS}
   *     and what follows; {@code *} for everything. What was said is said together.
   */
  void hear(Collection<String> marks);
}
