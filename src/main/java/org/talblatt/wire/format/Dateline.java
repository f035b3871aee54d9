package org.talblatt.wire.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of an agency text: "Paris/Cannes (APA/dpa) - ". Spaces beside bracket and dash may
 * be no-break ones; the dash may be long, or an underscore (AP).
 *
 * @param place "Paris/Cannes"; empty where there is only a bracket
 * @param agency "APA/dpa"
 * @param length how many characters of the text it takes, with the dash
 */
public record Dateline(String place, String agency, int length) {
  private static final int LONGEST = 300;
  private static final String SPACE = "[\\s\\u00a0\\u2007\\u202f]*";
  private static final String DASH = "(?:\\.?-{1,2}|–|—|_)";
  private static final String AGENCY = "([\\p{L}][\\p{L}\\p{N}.&/ -]{0,38}[\\p{L}\\p{N}.])";

  private static final Pattern PLACE_FIRST =
      Pattern.compile(
          "^"
              + SPACE
              + "([^()\\n]{2,90}?)"
              + SPACE
              + "\\("
              + AGENCY
              + "\\)"
              + SPACE
              + DASH
              + "(?=[\\s\\u00a0])"
              + SPACE);

  /** ANSA: "(ANSA) - ROMA, 1 LUG - ". */
  private static final Pattern AGENCY_FIRST =
      Pattern.compile(
          "^"
              + SPACE
              + "\\("
              + AGENCY
              + "\\)"
              + SPACE
              + DASH
              + "[\\s\\u00a0]"
              + SPACE
              + "([^()\\n–—-]{2,60}?)"
              + SPACE
              + DASH
              + "(?=[\\s\\u00a0])"
              + SPACE);

  private static final Pattern BRACKET_ALONE =
      Pattern.compile(
          "^"
              + SPACE
              + "((?:[^()]|\\([^()]*\\)){0,90}?)"
              + SPACE
              + "\\("
              + AGENCY
              + "\\)"
              + SPACE
              + DASH
              + "?"
              + SPACE
              + "$");

  /** Reuters puts a time there. */
  private static final Pattern A_MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\b.*");

  private static final Pattern END_OF_PLACE = Pattern.compile(SPACE + DASH + "?" + SPACE + "$");

  /** The dateline that a paragraph begins with. */
  public static Optional<Dateline> atStartOf(String paragraph) {
    String beginning = paragraph.substring(0, Math.min(paragraph.length(), LONGEST));
    Matcher placeFirst = PLACE_FIRST.matcher(beginning);
    if (placeFirst.find()) {
      return Optional.of(
          new Dateline(trim(placeFirst.group(1)), placeFirst.group(2), placeFirst.end()));
    }
    Matcher agencyFirst = AGENCY_FIRST.matcher(beginning);
    if (agencyFirst.find()) {
      return Optional.of(
          new Dateline(trim(agencyFirst.group(2)), agencyFirst.group(1), agencyFirst.end()));
    }
    return Optional.empty();
  }

  /** A dateline that stands in a field of its own, bracket or not: "New York (dpa) - ". */
  static Dateline of(String field) {
    if (field.length() > LONGEST || A_MOMENT.matcher(field).matches()) {
      return new Dateline("", "", field.length());
    }
    Matcher matcher = BRACKET_ALONE.matcher(field);
    if (matcher.matches()) {
      return new Dateline(trim(matcher.group(1)), matcher.group(2), field.length());
    }
    return new Dateline(trim(END_OF_PLACE.matcher(field).replaceFirst("")), "", field.length());
  }

  private static String trim(String place) {
    return place.replaceAll("^[\\s\\u00a0]+|[\\s\\u00a0]+$", "");
  }
}
