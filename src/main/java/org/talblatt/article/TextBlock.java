package org.talblatt.article;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.platform.text.SafeHtml;

/** A piece of a text, and what it is compared by. */
final class TextBlock {
  private static final Pattern AROUND_TAGS =
      Pattern.compile(
          "\\s*(</?(?:p|h2|h3|li|ul|ol|table|caption|thead|tbody|tfoot|tr|td|th|blockquote|figure|"
              + "hr|br)\\b[^>]*>)\\s*");
  private static final Pattern SPACE = Pattern.compile("(?:\\s|&nbsp;)+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final SafeHtml html;
  private final String key;
  private final int[] words;

  private TextBlock(SafeHtml html, String key, int[] words) {
    this.html = html;
    this.key = key;
    this.words = words;
  }

  static List<TextBlock> of(SafeHtml text) {
    return ArticleHtml.blocks(text).stream().map(TextBlock::block).toList();
  }

  private static TextBlock block(SafeHtml html) {
    Document document = Jsoup.parseBodyFragment(html.html());
    document.outputSettings().prettyPrint(false);
    Element body = document.body();
    body.select("b").tagName("strong");
    body.select("i").tagName("em");
    body.select("a").removeAttr("rel");
    body.select("li > p:only-child, td > p:only-child, th > p:only-child").unwrap();
    String same = body.html();
    if (body.selectFirst("pre") == null) {
      same = AROUND_TAGS.matcher(SPACE.matcher(same).replaceAll(" ")).replaceAll("$1").strip();
    }
    return new TextBlock(html, same, words(body.text()));
  }

  private static int[] words(String text) {
    return NO_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .mapToInt(String::hashCode)
        .sorted()
        .toArray();
  }

  SafeHtml html() {
    return html;
  }

  /** Equal where a reader sees no difference, however editors and agencies write their HTML. */
  String key() {
    return key;
  }

  boolean same(TextBlock other) {
    return key.equals(other.key);
  }

  /** The share of words that both have, from 0 to 1; 1 where only their setting differs. */
  double likeness(TextBlock other) {
    int all = words.length + other.words.length;
    if (all == 0) {
      return 0;
    }
    int common = 0;
    for (int i = 0, j = 0; i < words.length && j < other.words.length; ) {
      int order = Integer.compare(words[i], other.words[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return 2.0 * common / all;
  }
}
