package org.talblatt.site;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.base.Links;
import org.talblatt.discussion.PersonalThread;
import org.talblatt.discussion.TalkRules;
import org.talblatt.discussion.TalkSettings;
import org.talblatt.discussion.ThreadAddress;
import org.talblatt.discussion.ThreadPage;
import org.talblatt.discussion.ThreadView;
import org.talblatt.discussion.Waiting;
import org.talblatt.discussion.Waits;
import org.talblatt.paper.Frame;
import org.talblatt.picture.BodyPictures;
import org.talblatt.picture.Picture;
import org.talblatt.picture.Shape;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.FeedLink;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** Draws an article with its talk. */
@Component
class ArticleView {
  private final Articles articles;
  private final Frames frames;
  private final Templates templates;
  private final StructuredData structuredData;
  private final StructuredTalk structuredTalk;
  private final Clock clock;
  private final Settings settings;
  private final TalkSettings talkSettings;
  private final Waits waits;
  private final BodyPictures bodies;

  ArticleView(
      Articles articles,
      Frames frames,
      Templates templates,
      Settings settings,
      TalkSettings talkSettings,
      Waits waits,
      BodyPictures bodies,
      Clock clock) {
    this.talkSettings = talkSettings;
    this.waits = waits;
    this.bodies = bodies;
    this.articles = articles;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
    this.structuredData = new StructuredData(settings);
    this.structuredTalk =
        new StructuredTalk(settings.links(), new Times(settings.zone(), Locale.ROOT));
    this.clock = clock;
  }

  /**
   * The whole document.
   *
   * @param personal what only one reader sees; null for the page that everybody gets
   */
  String html(Article article, ThreadPage thread, @Nullable PersonalThread personal) {
    return html(article, body(article), thread, personal);
  }

  /** The article's text with its pictures, as they may be shown now. */
  BodyPictures.Drawn body(Article article) {
    return bodies.drawn(article.body());
  }

  /** As above, with the text drawn beforehand. */
  String html(
      Article article,
      BodyPictures.Drawn body,
      ThreadPage thread,
      @Nullable PersonalThread personal) {
    TalkRules rules = talkSettings.of(article);
    Instant now = clock.instant();
    Times times = frames.times(article.language());
    Frame frame =
        frames
            .frame(
                article.language(),
                article.headline(),
                article.teaser().isEmpty() ? article.subhead() : article.teaser(),
                article.path(canonical(thread, rules).query(rules.order())),
                article.section().path())
            .sharedAs(
                card(article),
                FeedLink.after(
                    structuredData.of(
                        article,
                        frames.paper(),
                        thread.published(),
                        personal == null ? structuredTalk.of(thread, rules.rating()) : List.of()),
                    Messages.of(article.language())
                        .get("notification.feed-comments", article.headline()),
                    Links.commentsFeed(article.id())));
    ThreadView talk =
        new ThreadView(
            article,
            thread,
            personal,
            Messages.of(article.language()),
            times,
            now,
            rules,
            waiting(article, personal, now));
    return templates.siteArticle(frame, article, times, body, related(article), talk).render();
  }

  /** What else there is to read, as far as readers may. */
  private List<Article> related(Article article) {
    return article.related().isEmpty() ? List.of() : articles.published(article.related());
  }

  /** Other orders show the same comments; the usual one stands for all. */
  private static ThreadAddress canonical(ThreadPage thread, TalkRules rules) {
    return new ThreadAddress(rules.order(), thread.number(), 0);
  }

  private Waiting waiting(Article article, @Nullable PersonalThread personal, Instant now) {
    return personal == null ? Waiting.NONE : waits.of(personal.reader(), article, now);
  }

  private Frame.Card card(Article article) {
    Picture picture = article.picture();
    return picture == null
        ? new Frame.Card("article", null, "")
        : new Frame.Card(
            "article",
            settings.links().absolute(picture.address(Shape.WIDE, 1280)),
            picture.alternative());
  }
}
