package org.talblatt.platform.text;

import com.ibm.icu.util.ULocale;

/** How languages are written. */
public final class Script {
  private Script() {}

  /** The direction of a BCP 47 language's usual script, as HTML's attribute {@code dir} has it. */
  public static String direction(String language) {
    return ULocale.forLanguageTag(language).isRightToLeft() ? "rtl" : "ltr";
  }
}
