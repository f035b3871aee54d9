package org.talblatt.site.feed;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.paper.Paper;
import org.talblatt.paper.Papers;
import org.talblatt.platform.Settings;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.platform.text.SafeHtml;

/** The newest articles of the paper or of a section: {@code /feed}, {@code /politik/feed}. */
@Component
class PaperFeeds implements PageRoute {
  private static final Pattern PATH = Pattern.compile("(?:/([a-z0-9]+(?:-[a-z0-9]+)*))?/feed");
  private static final int MOST = 50;

  private final Articles articles;
  private final Sections sections;
  private final Papers papers;
  private final Links links;

  PaperFeeds(Articles articles, Sections sections, Papers papers, Settings settings) {
    this.articles = articles;
    this.sections = sections;
    this.papers = papers;
    this.links = settings.links();
  }

  @Override
  public Set<String> queryNames() {
    return Set.of();
  }

  @Override
  public boolean owns(String path) {
    Matcher matcher = PATH.matcher(path);
    return matcher.matches() && (matcher.group(1) == null || !Sections.reserved(matcher.group(1)));
  }

  @Override
  public Page render(PageAddress address) {
    Matcher matcher = PATH.matcher(address.path());
    if (!matcher.matches()) {
      throw Failure.notFound();
    }
    String slug = matcher.group(1);
    return feed(slug == null ? null : sections.find(slug).orElseThrow(Failure::notFound));
  }

  private Page feed(@Nullable Section section) {
    Paper paper = papers.current();
    String slug = section == null ? null : section.slug();
    String page = section == null ? "/" : section.path();
    List<Article> newest = articles.newest(slug, null, MOST);
    AtomFeed feed =
        new AtomFeed(
            section == null ? paper.name() : paper.name() + ": " + section.name(),
            section == null ? paper.language() : section.language(),
            links.absolute(section == null ? "/feed" : page + "/feed"),
            links.absolute(page),
            java.time.Instant.EPOCH,
            newest.stream().map(article -> entry(article, paper)).toList());
    return Page.document(
            AtomFeed.TYPE, feed.xml(), Set.of(slug == null ? "home" : "section:" + slug, "paper"))
        .until(articles.nextAppearance(slug));
  }

  /** The address by number is the entry's for good, whatever becomes of headline and section. */
  private AtomFeed.Entry entry(Article article, Paper paper) {
    String author = article.byline().isEmpty() ? article.credit() : article.byline();
    return new AtomFeed.Entry(
        links.absolute(Links.article(article.id())),
        article.headline(),
        author.isEmpty() ? paper.name() : author,
        null,
        article.publishedAt(),
        article.updatedAt(),
        teaser(article),
        null);
  }

  private static SafeHtml teaser(Article article) {
    String text = article.teaser().isEmpty() ? article.subhead() : article.teaser();
    return text.isEmpty()
        ? SafeHtml.EMPTY
        : ArticleHtml.clean("<p>" + Entities.escape(text) + "</p>");
  }
}
