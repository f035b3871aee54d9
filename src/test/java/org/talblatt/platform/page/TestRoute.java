package org.talblatt.platform.page;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Pages below one path, made by a function. */
record TestRoute(String prefix, Set<String> queryNames, Function<PageAddress, Page> pages)
    implements PageRoute {

  static TestRoute of(String prefix, Function<PageAddress, Page> pages) {
    return new TestRoute(prefix, Set.of("seite", "sortierung"), pages);
  }

  @Override
  public boolean owns(String path) {
    return path.startsWith(prefix);
  }

  @Override
  public Page render(PageAddress address) {
    return pages.apply(address);
  }

  /** Runs what throws checked exceptions. */
  static <T> T calling(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
