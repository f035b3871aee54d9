package org.talblatt.wire.format;

import java.util.Locale;
import java.util.regex.Pattern;

/** Codes of IPTC's vocabularies in one spelling, however an agency writes them. */
public final class Codes {
  private static final String MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/";
  private static final String SUBJECT_CODES = "http://cv.iptc.org/newscodes/subjectcode/";
  private static final Pattern EIGHT_DIGITS = Pattern.compile("\\d{8}");

  private Codes() {}

  /**
   * "medtop:20000822", "subj:04005004", also where they stand in an agency's own scheme; any other
   * code as its agency has it, after its scheme where that is an address.
   */
  public static String topic(String scheme, String code) {
    String full = code;
    if (scheme.startsWith("http") && !code.startsWith("http")) {
      full = scheme.matches(".*[/#=]") ? scheme + code : scheme + "/" + code;
    }
    String plain = full.replaceFirst("^https:", "http:");
    if (plain.startsWith(MEDIA_TOPICS)) {
      return "medtop:" + plain.substring(MEDIA_TOPICS.length());
    }
    if (plain.startsWith(SUBJECT_CODES)) {
      return "subj:" + plain.substring(SUBJECT_CODES.length());
    }
    String last = full.substring(full.lastIndexOf('/') + 1);
    return EIGHT_DIGITS.matcher(last).matches() ? bare(last) : full;
  }

  /** Media topics begin with 20, below the seventeen that they share with the subject codes. */
  private static String bare(String code) {
    return (code.startsWith("20") ? "medtop:" : "subj:") + code;
  }

  /** A code that its agency uses in a list of its own: "dpacat:pl". */
  public static String own(String list, String code) {
    return code.isEmpty() || code.contains(":") ? code : list + ":" + code.toLowerCase(Locale.ROOT);
  }
}
