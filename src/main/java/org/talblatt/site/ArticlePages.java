package org.talblatt.site;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.discussion.TalkRules;
import org.talblatt.discussion.TalkSettings;
import org.talblatt.discussion.ThreadAddress;
import org.talblatt.discussion.ThreadOrder;
import org.talblatt.discussion.ThreadPage;
import org.talblatt.discussion.ThreadReading;
import org.talblatt.picture.BodyPictures;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;

/** An article and its talk at the full address; other spellings of it lead there. */
@Component
class ArticlePages implements PageRoute {
  private static final Pattern PATH =
      Pattern.compile("/([a-z0-9]+(?:-[a-z0-9]+)*)/(?:[a-z0-9-]*-)?([1-9][0-9]{0,17})");

  private final Articles articles;
  private final ThreadReading threads;
  private final TalkSettings settings;
  private final ArticleView view;
  private final Withdrawn withdrawn;
  private final Clock clock;

  ArticlePages(
      Articles articles,
      ThreadReading threads,
      TalkSettings settings,
      ArticleView view,
      Withdrawn withdrawn,
      Clock clock) {
    this.articles = articles;
    this.threads = threads;
    this.settings = settings;
    this.view = view;
    this.withdrawn = withdrawn;
    this.clock = clock;
  }

  @Override
  public Set<String> queryNames() {
    return Set.of("seite", "sortierung", "stand");
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
    Article article = articles.page(id).orElse(null);
    if (article == null) {
      return withdrawn.page(articles.missing(id), id);
    }
    TalkRules rules = settings.of(article);
    ThreadOrder usual = rules.order();
    ThreadAddress asked =
        ThreadAddress.of(
            rules,
            address.parameter("sortierung"),
            PageNumber.of(address.parameter("seite")),
            address.parameter("stand"));
    if (article.elsewhere() != null) {
      // not for good: the other house may move its page
      return Page.elsewhere(article.elsewhere());
    }
    if (!article.path().equals(address.path())
        || !address.query().equals(asked.parameters(usual))) {
      return Page.moved(article.path(asked.query(usual)), Set.of("article:" + id, "paper"));
    }
    if (asked.stand() == 0) {
      return page(article, threads.page(id, asked.order(), asked.number()));
    }
    return threads
        .page(id, asked.order(), asked.number(), asked.stand())
        .map(thread -> page(article, thread))
        .orElseGet(() -> newest(article, asked, usual));
  }

  /** The ranking that the address names has expired: to the newest. */
  private Page newest(Article article, ThreadAddress asked, ThreadOrder usual) {
    int pages = threads.pages(article.id(), asked.order());
    return Page.elsewhere(article.path(asked.newest(pages).query(usual)));
  }

  private Page page(Article article, ThreadPage thread) {
    Instant now = clock.instant();
    Set<String> tags = new HashSet<>(thread.authorTags());
    tags.add("article:" + article.id());
    tags.add("paper");
    // what is withdrawn leaves the lists under other articles, too
    article.related().forEach(other -> tags.add("article:" + other));
    BodyPictures.Drawn body = view.body(article);
    return Page.html(view.html(article, body, thread, null), tags)
        .standing(article.id(), thread.change())
        .until(body.until())
        .until(article.related().isEmpty() ? null : articles.nextAppearanceOf(article.related()))
        .until(article.picture() == null ? null : article.picture().expiresAt())
        .until(article.discussion().closesNext(now))
        .until(thread.until());
  }

  private static ArticleId id(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      throw Failure.notFound();
    }
    return new ArticleId(Long.parseLong(matcher.group(2)));
  }
}
