package org.talblatt.discussion.live;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.discussion.TalkSettings;
import org.talblatt.discussion.ThreadPage;
import org.talblatt.discussion.ThreadReading;
import org.talblatt.discussion.ThreadView;
import org.talblatt.platform.Settings;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/**
 * Twenty comments in a row by their numbers, drawn as everybody sees them: what a page fetches when
 * its reader wants to see what has come in. The stretches have fixed borders, so that thousands who
 * were at different places ask for the same few, which are made once for all.
 */
@Component
class StretchPages implements PageRoute {
  static final int LENGTH = 20;

  private static final Pattern PATH =
      Pattern.compile("/artikel/([1-9][0-9]{0,17})/kommentare/stueck");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private final Articles articles;
  private final ThreadReading reading;
  private final TalkSettings settings;
  private final Templates templates;
  private final Clock clock;
  private final Settings paper;

  StretchPages(
      Articles articles,
      ThreadReading reading,
      TalkSettings settings,
      Templates templates,
      Clock clock,
      Settings paper) {
    this.articles = articles;
    this.reading = reading;
    this.settings = settings;
    this.templates = templates;
    this.clock = clock;
    this.paper = paper;
  }

  @Override
  public Set<String> queryNames() {
    return Set.of("ab");
  }

  @Override
  public boolean owns(String path) {
    return path.endsWith("/stueck") && PATH.matcher(path).matches();
  }

  @Override
  public Page render(PageAddress address) {
    Matcher path = PATH.matcher(address.path());
    int from = from(address.parameter("ab"));
    if (!path.matches() || from % LENGTH != 1) {
      throw Failure.notFound();
    }
    ArticleId id = new ArticleId(Long.parseLong(path.group(1)));
    Article article = articles.page(id).orElseThrow(() -> articles.missing(id));
    ThreadPage stretch = reading.stretch(id, from, from + LENGTH - 1);
    Set<String> tags = new HashSet<>(stretch.authorTags());
    tags.add("article:" + id);
    tags.add("paper");
    return Page.html(html(article, stretch), tags)
        .standing(id, stretch.change())
        .until(article.discussion().closesAt());
  }

  private String html(Article article, ThreadPage stretch) {
    Messages messages = Messages.of(article.language());
    ThreadView view =
        new ThreadView(
            article,
            stretch,
            null,
            messages,
            new Times(paper.zone(), messages.locale()),
            clock.instant(),
            settings.of(article));
    return templates.liveStretch(view).render();
  }

  private static int from(@Nullable String given) {
    return given != null && NUMBER.matcher(given).matches() ? Integer.parseInt(given) : 0;
  }
}
