package org.talblatt.platform.page;

import java.util.Set;

/** A family of public pages. Implemented by features as beans; they are asked in bean order. */
public interface PageRoute {
  /** Query parameters that make a different page; all others are ignored. */
  Set<String> queryNames();

  /** Whether this path is one of ours, by its shape alone: no SQL. */
  boolean owns(String path);

  /** Renders the page. Runs once, however many wait for it; a Failure becomes an error page. */
  Page render(PageAddress address);
}
