package org.talblatt.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words become safe HTML, addresses and messages. */
class TextTest {
  @Test
  void aReadersMarkupBecomesAFewTagsAndNothingElse() {
    assertThat(render("Das ist **wichtig**\nund *neu*"))
        .isEqualTo("<p>Das ist <strong>wichtig</strong><br>und <em>neu</em></p>");
    assertThat(render("<script>alert(1)</script> # nein"))
        .isEqualTo("<p>&lt;script&gt;alert(1)&lt;/script&gt; # nein</p>");
    assertThat(render("[klick](javascript:alert(1)) ![x](https://a.example/b.png)"))
        .doesNotContain("href=\"javascript")
        .doesNotContain("<img");
  }

  @Test
  void aLinkShowsItsHostAndIsNotFollowed() {
    assertThat(render("[hier](https://www.boese.example/x)"))
        .contains("rel=\"nofollow ugc noopener\"")
        .contains("[boese.example]");
    assertThat(render("Siehe https://www.a.example/b, mail@a.example"))
        .contains("<a href=\"https://www.a.example/b\" rel=\"nofollow ugc noopener\">")
        .contains("</a>, mail@a.example")
        .doesNotContain("mailto");
  }

  @Test
  void noLinkHidesWhereItLeads() {
    assertThat(render("[www.sport.com](https://t.co/x)")).contains("</a> [t.co]");
    assertThat(render("[evil.example.bank.com](https://evil.example)")).contains("[evil.example]");
  }

  @Test
  void whatCommentsDoNotHaveStaysAsItWasTyped() {
    assertThat(render("![Bild](https://a.example/b.png) und `code & mehr`"))
        .isEqualTo("<p>![Bild](https://a.example/b.png) und `code &amp; mehr`</p>");
    assertThat(render("[ref]: https://a.example/x")).contains("[ref]: https://a.example/x");
    assertThat(render("A &amp; B &#xE000; &#x202E;C `&#65;`"))
        .isEqualTo("<p>A &amp; B &amp;#xE000; &amp;#x202E;C `&amp;#65;`</p>");
    assertThat(render("[a](https://x.example/&#xE000;)")).doesNotContain("\uE000");
  }

  @Test
  void nobodyPushesATextOffThePageByNesting() {
    for (String typed :
        List.of(">".repeat(1990) + " x", "- ".repeat(900) + "x", "1. ".repeat(600) + "x")) {
      String html = render(typed);
      assertThat(html.split("<(blockquote|ul|ol)>", -1)).hasSize(9);
      assertThat(html).contains("x");
    }
    assertThat(render("*".repeat(1900) + "x")).contains("x");
    assertThat(render("[".repeat(1900) + "x")).contains("x");
    assertThat(render("> - a\n> - b"))
        .isEqualTo("<blockquote>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n</blockquote>");
  }

  @Test
  void anArticlesBodyLosesWhatRuns() {
    assertThat(ArticleHtml.clean("<p onclick=\"x()\">A<img src=x onerror=y><script>z</script></p>"))
        .hasToString("<p>A</p>");
  }

  @Test
  void aHeadlineBecomesAReadableAddress() {
    assertThat(Slug.of("Größe zählt: „Öl“ & Straße")).isEqualTo("groesse-zaehlt-oel-strasse");
    assertThat(Slug.of("…")).isEqualTo("artikel");
  }

  @Test
  void everyLanguageKnowsTheSameMessages() {
    for (String language : Messages.LANGUAGES) {
      assertThat(Messages.of(language).keys())
          .as(language)
          .isEqualTo(Messages.of("de").keys())
          .isNotEmpty();
    }
    assertThat(Messages.of("de").get("failure.too-many", 1)).contains("einer Sekunde");
    assertThat(Messages.of("de").get("failure.too-many", 5)).contains("5 Sekunden");
  }

  private static String render(String text) {
    return CommentMarkup.render(text, List.of()).html();
  }
}
