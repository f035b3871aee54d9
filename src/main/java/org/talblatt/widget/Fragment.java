package org.talblatt.widget;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.talblatt.article.Article;
import org.talblatt.base.Links;

/**
 * The talk as the paper draws it, made fit for a page of another house: full addresses, no scripts,
 * only the forms that the widget knows how to send.
 */
final class Fragment {
  private static final Pattern FORMS =
      Pattern.compile(".*/(kommentare|antworten|bearbeiten|bewertung)");

  /** What needs the paper's own scripts, or its session. */
  private static final String NOT_THERE =
      "script, noscript, template, link, style, .follow, [data-passkey], [role=toolbar], [formaction]";

  private Fragment() {}

  /**
   * The same fragment; links that lead within the talk say where in {@code data-talk}.
   *
   * @param within where they lead without the widget
   */
  static String outward(String drawn, Article article, Links links, UnaryOperator<String> within) {
    Document document = Jsoup.parseBodyFragment(drawn);
    document.outputSettings().prettyPrint(false);
    document.select(NOT_THERE).remove();
    document
        .select("form")
        .forEach(
            form -> {
              if (!FORMS.matcher(form.attr("action")).matches()) {
                form.remove();
              }
            });
    String personal = Links.personalView(article.id());
    for (Element link : document.select("a[href]")) {
      String part = part(link, article.path()).or(() -> part(link, personal)).orElse(null);
      if (part == null) {
        lead(link, links);
      } else {
        link.attr("data-talk", part);
        link.attr("href", within.apply(part));
      }
    }
    absolute(document, "action", links);
    absolute(document, "src", links);
    return document.body().html();
  }

  /** The parameters of a link to another page or order of the talk. */
  private static Optional<String> part(Element link, String path) {
    String href = link.attr("href");
    String rest = href.startsWith(path) ? href.substring(path.length()) : "";
    return rest.startsWith("?") || rest.startsWith("#")
        ? Optional.of(rest.replaceFirst("#.*$", "").replaceFirst("^\\?", ""))
        : Optional.empty();
  }

  /** A link to the paper opens beside the page that shows the talk. */
  private static void lead(Element link, Links links) {
    String href = link.attr("href");
    if (!href.startsWith("/")) {
      return;
    }
    boolean entry = Set.of("/anmelden", "/registrieren").contains(href.replaceFirst("\\?.*$", ""));
    link.attr("href", links.absolute(entry ? href.replaceFirst("\\?.*$", "") : href));
    link.attr("target", "_blank");
    link.attr("rel", (link.attr("rel") + " noopener").strip());
  }

  private static void absolute(Document document, String attribute, Links links) {
    for (Element each : document.select("[" + attribute + "^=/]")) {
      each.attr(attribute, links.absolute(each.attr(attribute)));
    }
  }
}
