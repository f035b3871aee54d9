package org.talblatt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ViewportSize;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Sessions;
import org.talblatt.testing.TestPaper;

/**
 * One person's visit to a paper. At its end nothing may have gone wrong that a person would not
 * see: an error on the browser's console, an answer 5xx, a request to anybody else.
 */
final class Visit implements AutoCloseable {
  private final TestPaper paper;
  private final BrowserContext context;
  private final Page page;
  private final boolean script;
  private final List<String> wrong = new ArrayList<>();
  private final List<String> leads = new ArrayList<>();

  Visit(TestPaper paper, Chromium.Look look, boolean script) {
    this.paper = paper;
    this.script = script;
    context = Chromium.open(look, script);
    context.setDefaultTimeout(10_000);
    page = context.newPage();
    context.onRequest(request -> notice(request.url()));
    context.onResponse(this::notice);
    context.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().startsWith("Failed to load")) {
            wrong.add("console: " + message.text());
          }
        });
  }

  /** Opens an address of the paper. */
  Page open(String path) {
    page.navigate(paper.url(path).toString());
    return page;
  }

  /** From here on this reader is logged in, without the work of a login. */
  void as(Reader reader) {
    String secret = paper.door(Sessions.class).open(reader.account(), "test", false).secret();
    String hint = URLEncoder.encode(reader.name(), StandardCharsets.UTF_8);
    String url = paper.url("/").toString();
    context.addCookies(
        List.of(new Cookie("talblatt", secret).setUrl(url), new Cookie("leser", hint).setUrl(url)));
  }

  /** This visit leads to somebody else's pages too, on purpose. */
  void leadsTo(String origin) {
    leads.add(origin);
  }

  Page page() {
    return page;
  }

  /** The path that the page now shows. */
  String path() {
    return URI.create(page.url()).getPath();
  }

  /**
   * The page fits its screen, also magnified to 200 %, and a machine finds nothing that keeps
   * people out.
   */
  void looksRight() {
    fits("as it is");
    ViewportSize seen = page.viewportSize();
    if (seen.width >= 1280) {
      page.setViewportSize(seen.width / 2, seen.height / 2);
      fits("at 200 %");
      page.setViewportSize(seen.width, seen.height);
    }
    if (script) {
      List<Rule> barriers = new AxeBuilder(page).analyze().getViolations();
      assertThat(barriers).as("barriers on %s", path()).extracting(Visit::words).isEmpty();
    }
  }

  private void fits(String how) {
    assertThat(number("document.documentElement.scrollWidth"))
        .as("width of %s, %s", path(), how)
        .isLessThanOrEqualTo(number("document.documentElement.clientWidth"));
  }

  @Override
  public void close() {
    context.close();
    assertThat(wrong).isEmpty();
  }

  private int number(String expression) {
    return ((Number) page.evaluate(expression)).intValue();
  }

  private void notice(String url) {
    if (url.startsWith("http")
        && !url.startsWith(paper.url("/").toString())
        && leads.stream().noneMatch(url::startsWith)) {
      wrong.add("asked somebody else: " + url);
    }
  }

  private void notice(Response response) {
    if (response.status() >= 500) {
      wrong.add(response.status() + ": " + response.url());
    }
  }

  private static String words(Rule rule) {
    return rule.getId()
        + " ("
        + rule.getHelp()
        + "): "
        + rule.getNodes().stream().map(node -> node.getHtml()).toList();
  }
}
