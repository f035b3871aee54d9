package org.talblatt.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.AccountName;
import org.talblatt.identity.ReaderNames.Named;
import org.talblatt.platform.text.CommentMarkup;

/**
 * Whatever a reader types, nothing but the allowed tags, attributes and addresses comes out: a
 * hundred thousand hostile texts, put together at random from what has broken other systems.
 */
class HostileMarkupTest {
  private static final Set<String> TAGS =
      Set.of("p", "br", "strong", "em", "b", "blockquote", "ul", "ol", "li", "a");
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of("a", Set.of("href", "rel"), "ol", Set.of("start"), "b", Set.of("class"));

  /** Quotes and lists in each other. */
  private static final int DEEPEST = 8;

  private static final Map<String, Named> READERS =
      List.of("Anna", "N.G.", "sella_ronda", "Öl-Baron").stream()
          .collect(
              Collectors.toMap(
                  AccountName::key, name -> new Named(new AccountId(name.length()), name)));

  private static final List<String> ATTACKS =
      List.of(
          "[",
          "![",
          "*a_",
          "**a",
          "_a*",
          "`",
          "&",
          "&#",
          "<",
          "<a",
          "<!--",
          ">",
          "> ",
          "- ",
          "-\n",
          "1. ",
          "@",
          "@a ",
          "@a.",
          "@Anna",
          "http://",
          "http://a",
          "](",
          "[a](",
          "[a](<",
          "[[a]",
          "\\",
          "(",
          "\t",
          "- a\n ",
          "…",
          "@…",
          "*a **b ",
          "_a __b *c ",
          "\n>",
          "a**a*",
          "*a **a ",
          "[x]: y\n",
          "- - ",
          "> - ");

  /** What opens, and what closes it. */
  private static final String[][] AROUND = {
    {"*", "*"}, {"**", "**"}, {"_", "_"}, {"[", "](http://e)"}, {"*a **b ", " b** a*"}
  };

  private static final String[] PIECES = {
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href=\"javascript:alert(1)\">",
    "</a>",
    "</p>",
    "</div></section>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<style>",
    "<textarea>",
    "<math><mtext>",
    "<iframe srcdoc='",
    "<b class=x>",
    "<base href=//e.example>",
    "<p",
    "<",
    ">",
    "&",
    "\"",
    "'",
    "`",
    "``",
    "```\n",
    "~~~\n",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "[x](data:text/html,<script>)",
    "[x](vbscript:x)",
    "[x](//e.example)",
    "[x](http://e.example)",
    "[x](HTTPS://e.example/\"x)",
    "[x](<http://e.example/ x>)",
    "[x](http://e.example \"t\\\"><script>\")",
    "[x](http://[::1]/)",
    "[x](http://a@b@c/)",
    "[x](http://e.example/%00)",
    "[x]: javascript:alert(1)\n",
    "[x]",
    "![x](http://e.example/x.png)",
    "![x](javascript:x)",
    "<http://e.example>",
    "<javascript:x>",
    "http://e.example/?a=\"onclick=x",
    "https://www.e.example",
    "http://",
    "http://@Anna",
    "*",
    "**",
    "***",
    "_",
    "__",
    "~~",
    "\\",
    "\\<",
    "&lt;script&gt;",
    "&#60;script&#62;",
    "&#x3c;",
    "&#0;",
    "&#xE000;",
    "&#xD800;",
    "&amp;",
    "&nbsp;",
    "&NotEqualTilde;",
    "> ",
    ">",
    ">>>>",
    "- ",
    "+ ",
    "* ",
    "1. ",
    "1) ",
    "999999999. ",
    "0. ",
    "-1. ",
    "    ",
    "\t",
    "  \n",
    "\n",
    "\n\n",
    "# ",
    "---\n",
    "===\n",
    "| a | b |\n|---|---|\n",
    "- [ ] ",
    "@Anna",
    "@N.G.…",
    "@sella_ronda",
    "@Öl-Baron",
    "@",
    "\u0000",
    "\ue000",
    "\uf8ff",
    "\ud800",
    "\udc00",
    "\u202e",
    "\ufeff",
    "\u2028",
    "😀",
    "a\u0301",
    "ß",
    "x",
    "ein Wort ",
    "%3Cscript%3E",
    "{{7*7}}",
    "${x}",
    "\u001b[31m",
    "\r"
  };

  /** So many texts of each seed: making one costs less than asking for one. */
  private static final int TEXTS = 50;

  private static final Map<String, String> KEYS = new HashMap<>();

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void nothingButTheAllowedComesOutOfAHundredThousandTexts(@ForAll long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder typed = new StringBuilder();
      for (int pieces = 1 + random.nextInt(12); pieces > 0; pieces--) {
        typed.append(PIECES[random.nextInt(PIECES.length)]);
      }
      try {
        check(CommentText.parse(typed.toString()).value());
      } catch (Failure empty) {
        assertThat(empty.key()).isEqualTo("discussion.text-empty");
      }
    }
  }

  private static void check(String text) {
    String html = render(text);
    Document read = Jsoup.parseBodyFragment(html);
    read.outputSettings().prettyPrint(false);
    // a browser that has to mend something would write it otherwise
    if (!read.body().html().equals(html)) {
      throw new AssertionError("not balanced or not escaped: " + html + "\nof " + text);
    }
    try {
      read.body().childNodes().forEach(node -> allowed(node, 0));
    } catch (AssertionError found) {
      throw new AssertionError(found.getMessage() + "\nof " + text, found);
    }
    if (html.length() > 200 + 40 * text.length()) {
      throw new AssertionError("out of proportion: " + html + "\nof " + text);
    }
  }

  private static void allowed(Node node, int depth) {
    if (node instanceof TextNode) {
      return;
    }
    if (!(node instanceof Element element) || !TAGS.contains(element.tagName())) {
      throw new AssertionError("not allowed: " + node.outerHtml());
    }
    for (Attribute attribute : element.attributes()) {
      if (!ATTRIBUTES.getOrDefault(element.tagName(), Set.of()).contains(attribute.getKey())
          || !valid(element, attribute)) {
        throw new AssertionError("not allowed: " + element.outerHtml());
      }
    }
    if (element.tagName().equals("a") && !element.hasAttr("href")) {
      throw new AssertionError("a link to nowhere: " + element.outerHtml());
    }
    int deeper = depth + (Set.of("blockquote", "ul", "ol").contains(element.tagName()) ? 1 : 0);
    if (deeper > DEEPEST) {
      throw new AssertionError("nested without end: " + element.outerHtml());
    }
    element.childNodes().forEach(child -> allowed(child, deeper));
  }

  private static boolean valid(Element element, Attribute attribute) {
    String value = attribute.getValue();
    return switch (element.tagName() + " " + attribute.getKey()) {
      case "a href" -> value.matches("(?i)https?://[^\\s/]+.*");
      case "a rel" -> value.equals("nofollow ugc noopener");
      case "b class" -> value.equals("mention");
      case "ol start" -> value.matches("[0-9]{1,9}");
      default -> false;
    };
  }

  /**
   * What is known to take other parsers' time or stack: each is read in a fraction of a second, and
   * ten times that long means that it grows with more than the length.
   */
  @Example
  void aTextThatIsMeantToTakeLongDoesNot() {
    for (String attack : ATTACKS) {
      String text = attack.repeat(20_000 / attack.length());
      assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> check(text), "rendering " + attack + " …");
    }
    for (String[] pair : AROUND) {
      int times = 20_000 / (pair[0].length() + pair[1].length());
      String text = pair[0].repeat(times) + "x" + pair[1].repeat(times);
      assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> check(text), "rendering " + pair[0] + " …");
    }
  }

  @Example
  void listsThatAreNestedLineByLineStayOnThePage() {
    StringBuilder stairs = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      stairs.append(" ".repeat(2 * i)).append("- Stufe ").append(i).append('\n');
    }
    String html = render(stairs.toString());
    Jsoup.parseBodyFragment(html).body().childNodes().forEach(node -> allowed(node, 0));
    assertThat(Jsoup.parseBodyFragment(html).text()).contains("Stufe 0", "Stufe 7", "Stufe 39");
  }

  private static String render(String text) {
    Function<java.util.Collection<String>, Map<String, Named>> lookup =
        keys ->
            READERS.entrySet().stream()
                .filter(reader -> keys.contains(reader.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return CommentMarkup.render(
            text,
            Mentions.find(text, name -> KEYS.computeIfAbsent(name, AccountName::key), lookup)
                .stream()
                .map(m -> new CommentMarkup.Name(m.start(), m.end(), m.reader().name(), m.rest()))
                .toList())
        .html();
  }
}
