package org.talblatt.wire.format;

import java.text.BreakIterator;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.talblatt.platform.text.SafeHtml;

/** Stands in for a headline that an alert came without. */
public final class FirstSentence {
  private static final int LONGEST = 120;

  private FirstSentence() {}

  public static String of(SafeHtml body) {
    Element first = Jsoup.parseBodyFragment(body.html()).selectFirst("p, pre, h2, h3");
    String text = first == null ? "" : Xml.collapse(first.text());
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    int end = sentences.next();
    String sentence = end > 0 ? text.substring(0, end).strip() : text;
    if (sentence.length() <= LONGEST) {
      return sentence;
    }
    int word = sentence.lastIndexOf(' ', LONGEST);
    return sentence.substring(0, word > 0 ? word : LONGEST) + " …";
  }
}
