package org.talblatt.platform.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Makes an article's body safe: a small tag set, links to the web only, nothing that runs. */
public final class ArticleHtml {
  private static final Safelist TAGS =
      new Safelist()
          .addTags(
              "p",
              "br",
              "h2",
              "h3",
              "b",
              "strong",
              "i",
              "em",
              "u",
              "s",
              "sub",
              "sup",
              "blockquote",
              "ul",
              "ol",
              "li",
              "a",
              "table",
              "caption",
              "thead",
              "tbody",
              "tfoot",
              "tr",
              "th",
              "td",
              "pre",
              "hr")
          .addAttributes("a", "href")
          .addAttributes("th", "colspan", "rowspan", "scope")
          .addAttributes("td", "colspan", "rowspan")
          .addAttributes("ol", "start")
          .addProtocols("a", "href", "http", "https", "mailto")
          .addEnforcedAttribute("a", "rel", "noopener");

  private ArticleHtml() {}

  /** The same text with nothing left but allowed tags; unknown tags lose their brackets only. */
  public static SafeHtml clean(String html) {
    Document dirty = Jsoup.parseBodyFragment(html);
    Document clean = new Cleaner(TAGS).clean(dirty);
    clean.outputSettings().prettyPrint(false);
    return new SafeHtml(clean.body().html());
  }
}
