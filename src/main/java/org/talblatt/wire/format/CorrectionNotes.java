package org.talblatt.wire.format;

import java.util.Comparator;
import java.util.List;

/** What an agency says about its own mistakes, in words meant for readers. */
public final class CorrectionNotes {
  private CorrectionNotes() {}

  /** Whether a note of this role says what was corrected. */
  public static boolean isCorrection(String role) {
    return role.endsWith(":correction")
        || role.endsWith(":correctionshort")
        || role.endsWith(":correctionnote");
  }

  /** The longest: the short form repeats it in fewer words. */
  public static String of(List<String> texts) {
    return texts.stream()
        .max(Comparator.comparingInt(String::length))
        .map(text -> text.replaceFirst("^\\(?(?:Berichtigung|KORREKTUR|Korrektur):\\s*", ""))
        .orElse("");
  }
}
