package org.talblatt.site;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.talblatt.article.Articles;
import org.talblatt.article.Corrections;
import org.talblatt.base.Failure;
import org.talblatt.paper.Frame;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** What the paper has corrected, for everybody to read. */
@Component
class CorrectionPages implements PageRoute {
  private static final String PATH = "/korrekturen";
  private static final int ROWS = 30;

  private final Corrections corrections;
  private final Articles articles;
  private final Frames frames;
  private final Templates templates;

  CorrectionPages(Corrections corrections, Articles articles, Frames frames, Templates templates) {
    this.corrections = corrections;
    this.articles = articles;
    this.frames = frames;
    this.templates = templates;
  }

  @Override
  public Set<String> queryNames() {
    return Set.of("seite");
  }

  @Override
  public boolean owns(String path) {
    return path.equals(PATH);
  }

  @Override
  public Page render(PageAddress address) {
    String typed = address.parameter("seite");
    int number = PageNumber.of(typed);
    if (typed != null && (number == 1 || !typed.equals(Integer.toString(number)))) {
      return Page.moved(PATH, Set.of("paper"));
    }
    int pages = Math.max(1, (corrections.count() + ROWS - 1) / ROWS);
    if (number > pages) {
      throw Failure.notFound();
    }
    List<Corrections.Correction> shown = corrections.page((number - 1) * ROWS, ROWS);
    Set<String> tags = new HashSet<>(Set.of(Corrections.TAG, "paper"));
    shown.forEach(correction -> tags.add("article:" + correction.article()));
    return Page.html(html(shown, number, pages), tags).until(articles.nextAppearance(null));
  }

  private String html(List<Corrections.Correction> shown, int number, int pages) {
    String language = frames.paper().language();
    Messages words = Messages.of(language);
    String path = number == 1 ? PATH : PATH + "?seite=" + number;
    Frame frame =
        frames.frame(
            language,
            words.get("changes.corrections"),
            words.get("changes.corrections-intro"),
            path,
            "");
    return templates
        .siteCorrections(
            frame, shown, new FrontPage.Pages(number, pages, PATH), frames.times(language))
        .render();
  }
}
