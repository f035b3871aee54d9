package org.talblatt.widget;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.article.Addenda;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.discussion.TalkRules;
import org.talblatt.discussion.TalkSettings;
import org.talblatt.discussion.ThreadAddress;
import org.talblatt.discussion.ThreadOrder;
import org.talblatt.discussion.ThreadPage;
import org.talblatt.discussion.ThreadReading;
import org.talblatt.discussion.ThreadView;
import org.talblatt.identity.Reader;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.SafeHtml;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** Draws the talk under another house's page, by the templates that draw it under our articles. */
@Component
class FragmentDrawing {
  /** Stands for the article that the first comment will make. */
  private static final ArticleId NOT_YET = new ArticleId(999_999_999_999_999_999L);

  private final Articles articles;
  private final Sections sections;
  private final ThreadReading threads;
  private final TalkSettings settings;
  private final Templates templates;
  private final Settings paper;
  private final Clock clock;

  FragmentDrawing(
      Articles articles,
      Sections sections,
      ThreadReading threads,
      TalkSettings settings,
      Templates templates,
      Settings paper,
      Clock clock) {
    this.articles = articles;
    this.sections = sections;
    this.threads = threads;
    this.settings = settings;
    this.templates = templates;
    this.paper = paper;
    this.clock = clock;
  }

  /**
   * Which part of a talk is asked for.
   *
   * @param query {@code seite}, {@code sortierung}, {@code stand}, {@code kommentar}, {@code
   *     sprache}
   */
  record Part(Map<String, String> query) {
    static final List<String> NAMES =
        List.of("seite", "sortierung", "stand", "kommentar", "sprache");

    int number(String name) {
      String typed = query.getOrDefault(name, "1");
      return typed.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(typed) : 0;
    }

    Messages words(String usual) {
      String asked = query.getOrDefault("sprache", "");
      return Messages.of(Messages.LANGUAGES.contains(asked) ? asked : usual);
    }
  }

  /** A part as drawn, with what it was drawn of. */
  record Drawn(String html, Article article, ThreadPage thread) {}

  /** The article of a talk that has begun, if it may still be seen. */
  Article article(ArticleId id) {
    return articles.page(id).orElseThrow(() -> articles.missing(id));
  }

  /** What stands for a talk that has not begun. */
  Article notYet(Site site, ForeignPage page) {
    Section section = sections.find(site.section()).orElseThrow(Failure::notFound);
    Instant now = clock.instant();
    return new Article(
        NOT_YET,
        section,
        "",
        1,
        page.address().replaceFirst("^https?://", ""),
        "",
        "",
        "",
        "",
        "",
        "",
        SafeHtml.EMPTY,
        section.language(),
        "",
        null,
        List.of(),
        0,
        settings.of(site.section()).opening().at(now),
        now,
        now,
        page.address(),
        List.of(),
        List.of(),
        Addenda.NONE);
  }

  /**
   * Draws a part of a talk.
   *
   * @param reader whose view it is; null for what everybody gets
   */
  Drawn draw(Article article, Part part, @Nullable Reader reader) {
    return drawn(article, part, reader, next -> article.path() + "#kommentare");
  }

  /**
   * As above.
   *
   * @param within where a link leads to another part, named by its parameters
   */
  Drawn drawn(Article article, Part part, @Nullable Reader reader, UnaryOperator<String> within) {
    TalkRules rules = settings.of(article);
    ThreadPage thread = thread(article.id(), rules, part);
    Messages words = part.words(article.language());
    ThreadView view =
        new ThreadView(
            article,
            thread,
            reader == null ? null : threads.personal(reader, thread, null),
            words,
            new Times(paper.zone(), words.locale()),
            clock.instant(),
            rules);
    String html =
        templates
            .widgetFragment(view, reader == null ? null : reader.name(), begun(article))
            .render();
    return new Drawn(Fragment.outward(html, article, paper.links(), within), article, thread);
  }

  private static boolean begun(Article article) {
    return !article.id().equals(NOT_YET);
  }

  /** The page that holds the comment asked for, else the page asked for. */
  private ThreadPage thread(ArticleId article, TalkRules rules, Part part) {
    ThreadAddress asked =
        ThreadAddress.of(
            rules, part.query().get("sortierung"), part.number("seite"), part.query().get("stand"));
    int comment = part.query().containsKey("kommentar") ? part.number("kommentar") : 0;
    ThreadReading.Place place =
        comment == 0
            ? new ThreadReading.Place(asked.number(), asked.stand())
            : threads
                .placeOf(new CommentId(article, comment), asked.order())
                .orElse(new ThreadReading.Place(1, 0));
    if (place.stand() == 0) {
      return threads.page(article, asked.order(), place.page());
    }
    return threads
        .page(article, asked.order(), place.page(), place.stand())
        .orElseGet(() -> newest(article, asked.order(), place.page()));
  }

  /** The ranking that was asked for has expired: as near as the newest has it. */
  private ThreadPage newest(ArticleId article, ThreadOrder order, int page) {
    return threads.page(article, order, Math.min(page, threads.pages(article, order)));
  }

  /** Why there is no talk to see, for the page's reader. */
  String refusal(Failure failure, Messages words) {
    return templates
        .widgetRefusal(words, failure.problem(), words.get(failure.key(), failure.arguments()))
        .render();
  }
}
