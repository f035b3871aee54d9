package org.talblatt.platform.text;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * A reader's light markup to safe HTML: paragraphs, line breaks, bold, italic, quotes, lists and
 * links. HTML, headings, pictures and code stay what they are: text. Links show their host and
 * carry {@code nofollow ugc noopener}.
 */
public final class CommentMarkup {
  private static final Extension LINKS =
      AutolinkExtension.builder().linkTypes(AutolinkType.URL).build();
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(LINKS))
          .enabledBlockTypes(Set.of(BlockQuote.class, ListBlock.class))
          .build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .softbreak("<br>")
          .nodeRendererFactory(AsTyped::new)
          .build();
  private static final Safelist TAGS =
      new Safelist()
          .addTags("p", "br", "strong", "em", "blockquote", "ul", "ol", "li", "a")
          .addAttributes("a", "href", "rel")
          .addAttributes("ol", "start")
          .addProtocols("a", "href", "http", "https")
          .addEnforcedAttribute("a", "rel", "nofollow ugc noopener");

  /**
   * Stands for a name while the text is parsed, so that no sign in it is taken for markup. From the
   * private use area, which no stored text contains.
   */
  private static final int FIRST_MARK = 0xE000;

  private static final String NUMBER = "&#";
  private static final String ESCAPED_NUMBER = "&amp;#";
  private static final Pattern MARK = Pattern.compile("[\\uE000-\\uF8FF]");

  private CommentMarkup() {}

  /**
   * A reader who is named in a text.
   *
   * @param start where in the text the naming begins
   * @param end where it ends
   * @param name how the reader is called
   * @param rest plain text that follows the name inside the range
   */
  public record Name(int start, int end, String name, String rest) {}

  /**
   * Renders a reader's text.
   *
   * @param text without characters of the private use area
   * @param names in the order of the text, at most 6,400
   */
  public static SafeHtml render(String text, List<Name> names) {
    Node parsed = PARSER.parse(Shallow.of(marked(text, names)));
    Shallow.flatten(parsed);
    Document dirty = Jsoup.parseBodyFragment(RENDERER.render(parsed));
    Document clean = new Cleaner(TAGS).clean(dirty);
    clean.outputSettings().prettyPrint(false);
    clean.body().select("a").forEach(link -> withoutMarks(link, names));
    clean.body().select("a").forEach(CommentMarkup::showHost);
    return new SafeHtml(withNames(clean.body().html().strip(), names));
  }

  private static String marked(String text, List<Name> names) {
    StringBuilder marked = new StringBuilder();
    int position = 0;
    for (int i = 0; i < names.size(); i++) {
      Name name = names.get(i);
      marked.append(text, position, name.start()).append((char) (FIRST_MARK + i));
      marked.append(name.rest());
      position = name.end();
    }
    marked.append(text, position, text.length());
    // a character typed as its number would get round every check of what a text may hold
    return marked.toString().replace(NUMBER, ESCAPED_NUMBER);
  }

  /** Undoes in code, which knows no escapes, what was escaped before parsing. */
  static String withNumbers(String code) {
    return code.replace(ESCAPED_NUMBER, NUMBER);
  }

  /** The words of rendered markup, without any. */
  public static String words(SafeHtml html) {
    return Jsoup.parseBodyFragment(html.html()).text();
  }

  /** Who is named in the text's own words, not only in what it quotes. */
  public static Set<String> namedOutsideQuotes(SafeHtml html) {
    return Jsoup.parseBodyFragment(html.html()).select(".mention").stream()
        .filter(mention -> mention.closest("blockquote") == null)
        .map(mention -> mention.text().replaceFirst("^@", ""))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same, where names that fit are but the words that were typed. */
  public static SafeHtml withoutMentions(SafeHtml html, Predicate<String> name) {
    Document document = Jsoup.parseBodyFragment(html.html());
    document.outputSettings().prettyPrint(false);
    document.select(".mention").stream()
        .filter(mention -> name.test(mention.text().replaceFirst("^@", "")))
        .forEach(Element::unwrap);
    return new SafeHtml(document.body().html());
  }

  private static String withNames(String html, List<Name> names) {
    return MARK.matcher(html)
        .replaceAll(
            mark -> {
              String name = names.get(mark.group().charAt(0) - FIRST_MARK).name();
              return Matcher.quoteReplacement(
                  "<b class=\"mention\">@" + Entities.escape(name) + "</b>");
            });
  }

  /** An address keeps what was typed: a name in it is nobody's mention. */
  private static void withoutMarks(Element link, List<Name> names) {
    link.attr(
        "href",
        MARK.matcher(link.attr("href"))
            .replaceAll(
                mark ->
                    Matcher.quoteReplacement(
                        "@" + names.get(mark.group().charAt(0) - FIRST_MARK).name())));
  }

  private static void showHost(Element link) {
    String host = hostOf(link.attr("href"));
    if (host.isEmpty()) {
      link.unwrap();
    } else if (!link.attr("href").equals(link.text())) {
      link.after(new TextNode(" [" + host + "]"));
    }
  }

  private static String hostOf(String href) {
    try {
      String host = URI.create(href).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    } catch (IllegalArgumentException notAnAddress) {
      return "";
    }
  }
}
