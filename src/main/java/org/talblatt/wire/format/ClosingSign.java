package org.talblatt.wire.format;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The signs of the desk at the end of a text, "asl/tib/pid" or "ends": not for readers. */
public final class ClosingSign {
  private static final int LONGEST = 40;
  private static final Pattern SIGNS =
      Pattern.compile(
          "\\p{L}{1,4}(?:[-/ ]{1,2}\\p{L}{1,4}){0,6}/\\p{L}{1,4}(?:[-/ ]{1,2}\\p{L}{1,4}){0,6}"
              + "|(?:AAP|AFP|EFE|PA)(?: \\p{L}{2,4}){0,3}|ends|\\(?©\\s?[\\p{L}/]{2,12}\\)?|==\\p{L}+");

  private ClosingSign() {}

  /** Whether a line is nothing but signs. */
  public static boolean is(String line) {
    String text = line.strip();
    return text.length() <= LONGEST && SIGNS.matcher(text).matches();
  }

  /** A text without its signs, and they. */
  public record Cut(String html, String sign) {}

  /** Takes the last paragraph off where it is nothing but signs. */
  public static Cut cut(String html) {
    if (BodyBound.isPassedBy(html)) {
      return new Cut(html, "");
    }
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    List<Element> paragraphs =
        document.select("p").stream().filter(paragraph -> !paragraph.text().isBlank()).toList();
    if (paragraphs.size() < 2 || !is(paragraphs.getLast().text())) {
      return new Cut(html, "");
    }
    String sign = paragraphs.getLast().text();
    paragraphs.getLast().remove();
    return new Cut(document.body().html(), sign);
  }
}
