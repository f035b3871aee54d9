package org.talblatt.site;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;

/** An article at its full address; other spellings of it lead there. */
@Component
class ArticlePages implements PageRoute {
  private static final Pattern PATH =
      Pattern.compile("/([a-z0-9]+(?:-[a-z0-9]+)*)/(?:[a-z0-9-]*-)?([1-9][0-9]{0,17})");

  private final Articles articles;
  private final ArticleView view;

  ArticlePages(Articles articles, ArticleView view) {
    this.articles = articles;
    this.view = view;
  }

  @Override
  public Set<String> queryNames() {
    return Set.of();
  }

  @Override
  public boolean owns(String path) {
    Matcher matcher = PATH.matcher(path);
    return matcher.matches()
        && (matcher.group(1).equals("artikel") || !Sections.reserved(matcher.group(1)));
  }

  @Override
  public Page render(PageAddress address) {
    ArticleId id = id(address.path());
    Article article =
        articles
            .published(id)
            .orElseThrow(
                () ->
                    articles.withdrawn(id)
                        ? Failure.of(Failure.Kind.GONE, "failure.gone")
                        : Failure.notFound());
    if (!article.path().equals(address.path())) {
      return Page.moved(article.path(), Set.of("article:" + id));
    }
    return Page.html(view.html(article), Set.of("article:" + id, "paper"));
  }

  private static ArticleId id(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      throw Failure.notFound();
    }
    return new ArticleId(Long.parseLong(matcher.group(2)));
  }
}
