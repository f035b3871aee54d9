package org.talblatt.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.picture.BodyPictures;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Times;

/** Published articles as JSON. */
@RestController
@RequestMapping("/api/v1/articles")
class ArticleApi {
  private static final String ID = "[1-9][0-9]{0,17}";
  private static final int MOST = 100;

  private final Articles articles;
  private final Sections sections;
  private final Discussion discussion;
  private final BodyPictures bodies;
  private final Times times;
  private final Links links;

  ArticleApi(
      Articles articles,
      Sections sections,
      Discussion discussion,
      BodyPictures bodies,
      Settings settings) {
    this.bodies = bodies;
    this.articles = articles;
    this.sections = sections;
    this.discussion = discussion;
    this.times = new Times(settings.zone(), Locale.ROOT);
    this.links = settings.links();
  }

  /** A list in the shape of every list of the API. */
  record ArticleList(List<ArticleJson> items, @Nullable String next, int total) {}

  record ArticleJson(
      long id,
      String url,
      String section,
      String headline,
      String kicker,
      String subhead,
      String teaser,
      String credit,
      String byline,
      String bodyHtml,
      String language,
      String publishedAt,
      String updatedAt,
      int commentCount,
      Talk discussion) {}

  record Talk(String mode, @Nullable String closesAt) {}

  /** The newest first, of one section or of all; {@code cursor} is the last article's id. */
  @GetMapping
  ArticleList list(
      @RequestParam @Nullable String section,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "20") int limit) {
    if (limit < 1 || limit > MOST) {
      throw Failure.invalid("limit", "site.limit-range", MOST);
    }
    if (section != null && sections.find(section).isEmpty()) {
      throw Failure.invalid("section", "article.section-unknown", section);
    }
    if (cursor != null && !cursor.matches(ID)) {
      throw Failure.invalid("cursor", "site.cursor-unknown");
    }
    ArticleId before = cursor == null ? null : new ArticleId(Long.parseLong(cursor));
    List<Article> found = articles.newest(section, before, limit + 1);
    List<Article> shown = found.subList(0, Math.min(limit, found.size()));
    Map<ArticleId, Integer> counts = discussion.counts(shown.stream().map(Article::id).toList());
    List<String> texts = bodies.html(shown.stream().map(Article::body).toList());
    return new ArticleList(
        IntStream.range(0, shown.size())
            .mapToObj(n -> json(shown.get(n), texts.get(n), counts))
            .toList(),
        found.size() > limit ? shown.getLast().id().toString() : null,
        articles.count(section));
  }

  /** One article; 410 where it was withdrawn. */
  @GetMapping("/{id:" + ID + "}")
  ArticleJson one(@PathVariable long id) {
    ArticleId articleId = new ArticleId(id);
    Article article = articles.page(articleId).orElseThrow(() -> articles.missing(articleId));
    String text = bodies.html(List.of(article.body())).getFirst();
    return json(article, text, discussion.counts(List.of(articleId)));
  }

  private ArticleJson json(Article article, String text, Map<ArticleId, Integer> comments) {
    return new ArticleJson(
        article.id().value(),
        links.absolute(article.path()),
        article.section().slug(),
        article.headline(),
        article.kicker(),
        article.subhead(),
        article.teaser(),
        article.credit(),
        article.byline(),
        text,
        article.language(),
        times.iso(article.publishedAt()),
        times.iso(article.updatedAt()),
        comments.getOrDefault(article.id(), 0),
        new Talk(
            article.discussion().mode().name().toLowerCase(Locale.ROOT),
            article.discussion().closesAt() == null
                ? null
                : times.iso(article.discussion().closesAt())));
  }
}
