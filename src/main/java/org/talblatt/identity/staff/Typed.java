package org.talblatt.identity.staff;

import org.talblatt.platform.text.Shortened;
import org.talblatt.platform.text.Storable;

/** What was typed into a field of these screens, as the database can take it. */
final class Typed {
  private Typed() {}

  /** Without blanks around it, zero characters and half ones; cut where it is longer. */
  static String clean(String typed, int longest) {
    return Shortened.to(longest, Storable.of(typed).strip());
  }
}
