package org.talblatt.wire.format;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The sentences by which agencies say that something is not for the public. */
public final class NotForPrint {
  /** A sentence that opens a part says little else; a report may quote one. */
  private static final int LONGEST_OPENING = 300;

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String SENTENCE =
      "(?:nicht (?:zur|zum|für die|für eine) (?:Ver(?:ö|oe)ffentlich\\p{L}*|Publikation|Abdruck)"
          + "|nur für die Redaktion|nicht öffentliche[rn]? Kontakt"
          + "|not (?:intended |meant )?for publication|not to be published"
          + "|non (?:\\p{L}+ ){0,2}(?:alla|per la) pubblicazione|da non pubblicare)";
  private static final Pattern SAID = Pattern.compile(SENTENCE, FLAGS);
  private static final Pattern OPENS =
      Pattern.compile(
          "^[\\s(*#/–-]*"
              + SENTENCE
              + "|(?:^|[\\s(])(?:nach)?(?:folgend|stehend|following|seguent)[^.]{0,150}"
              + SENTENCE
              + "|[(*][^().]{0,150}"
              + SENTENCE,
          FLAGS);
  private static final Pattern CONTACT =
      Pattern.compile("^[\\s(*]*Rückfragen?\\b[^.]{0,40}\\bRedaktion", FLAGS);
  private static final Pattern INVISIBLE = Pattern.compile("[\\x{ad}\\x{200b}-\\x{200d}\\x{2060}]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\x{a0}\\x{2007}\\x{202f}]+");

  private NotForPrint() {}

  /** Whether a text says so anywhere. */
  public static boolean saidIn(String text) {
    return SAID.matcher(wording(text)).find();
  }

  /** Whether from this block of a body on nothing is for the public. */
  static boolean opensWith(String block) {
    String wording = wording(block);
    return CONTACT.matcher(wording).find()
        || OPENS.matcher(wording).find()
        || (wording.length() <= LONGEST_OPENING && SAID.matcher(wording).find());
  }

  /** The words alone: composed, single plain spaces, without hyphens that only may be printed. */
  static String wording(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return SPACE.matcher(INVISIBLE.matcher(composed).replaceAll("")).replaceAll(" ").strip();
  }
}
