package org.talblatt.article;

import java.time.LocalDate;
import java.util.Locale;
import org.talblatt.platform.text.SafeHtml;

/**
 * The answer of somebody whom an article reports on, which the law has the paper print.
 *
 * @param person who answers
 * @param received when the paper got it
 */
public record LegalReply(
    Kind kind, String person, LocalDate received, String headline, SafeHtml body) {

  /** What the law calls it. */
  public enum Kind {
    /** Germany, Austria. */
    GEGENDARSTELLUNG,
    /** Austria: how a case ended that the paper reported on. */
    MITTEILUNG,
    /** Italy. */
    RETTIFICA;

    /** As stored, in messages and in forms. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
