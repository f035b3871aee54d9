package org.talblatt.site;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.talblatt.article.Article;
import org.talblatt.article.ArticleVersions;
import org.talblatt.article.Articles;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;
import talblatt.template.Templates;

/**
 * What has changed in an article since one of its versions, for who reads a comment on that one.
 */
@Component
class WordingPages implements PageRoute {
  private static final Pattern PATH =
      Pattern.compile("/artikel/([1-9][0-9]{0,17})/fassungen/([1-9][0-9]{0,8})");

  private final Articles articles;
  private final ArticleVersions versions;
  private final Frames frames;
  private final Templates templates;
  private final Withdrawn withdrawn;

  WordingPages(
      Articles articles,
      ArticleVersions versions,
      Frames frames,
      Templates templates,
      Withdrawn withdrawn) {
    this.articles = articles;
    this.versions = versions;
    this.frames = frames;
    this.templates = templates;
    this.withdrawn = withdrawn;
  }

  @Override
  public Set<String> queryNames() {
    return Set.of();
  }

  @Override
  public boolean owns(String path) {
    return PATH.matcher(path).matches();
  }

  @Override
  public Page render(PageAddress address) {
    Matcher matcher = PATH.matcher(address.path());
    if (!matcher.matches()) {
      throw Failure.notFound();
    }
    ArticleId id = new ArticleId(Long.parseLong(matcher.group(1)));
    int number = Integer.parseInt(matcher.group(2));
    Article article = articles.page(id).orElse(null);
    if (article == null) {
      return withdrawn.page(articles.missing(id), id);
    }
    ArticleVersions.Version version = versions.published(id, number).orElseThrow(Failure::notFound);
    return version.hidden()
        ? withdrawn.page(Failure.of(Failure.Kind.GONE, "rules.wording-hidden"), id)
        : Page.html(html(article, version), Set.of("article:" + id, "paper"));
  }

  private String html(Article article, ArticleVersions.Version version) {
    WordingView view = WordingView.of(article, version, frames.times(frames.paper().language()));
    String title = frames.unlisted("").messages().get("rules.wording-title");
    return templates.siteWording(frames.unlisted(title), view).render();
  }
}
