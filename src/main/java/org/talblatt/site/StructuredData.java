package org.talblatt.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.talblatt.article.Article;
import org.talblatt.base.Links;
import org.talblatt.paper.Paper;
import org.talblatt.picture.Picture;
import org.talblatt.picture.Shape;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.SafeHtml;
import org.talblatt.platform.text.ScriptData;
import org.talblatt.platform.text.Times;

/** schema.org's {@code NewsArticle} for search engines. */
record StructuredData(Settings settings) {
  private static final Pattern BY = Pattern.compile("^(von|by|di)\\s+", Pattern.CASE_INSENSITIVE);

  /**
   * An article and the talk under it.
   *
   * @param comments the page's comments as {@link StructuredTalk} has them; none where one reader
   *     alone sees the page
   */
  SafeHtml of(Article article, Paper paper, int published, List<Map<String, Object>> comments) {
    Times times = new Times(settings.zone(), java.util.Locale.ROOT);
    Links links = settings.links();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@type", "NewsArticle");
    data.put("headline", article.headline());
    data.put("mainEntityOfPage", links.absolute(article.path()));
    data.put("datePublished", times.iso(article.publishedAt()));
    data.put("dateModified", times.iso(article.updatedAt()));
    data.put("inLanguage", article.language());
    data.put("articleSection", article.section().name());
    data.put("keywords", article.topics());
    data.put("isAccessibleForFree", true);
    data.put("commentCount", published);
    data.put("interactionStatistic", counter(published));
    data.put("author", author(article, paper));
    data.put("publisher", named("NewsMediaOrganization", paper.name()));
    if (article.picture() != null) {
      data.put("image", images(article.picture(), links));
    }
    if (!article.addenda().corrections().isEmpty()) {
      data.put("correction", corrections(article, times));
    }
    if (!comments.isEmpty()) {
      data.put("comment", comments);
    }
    return ScriptData.jsonLd(data);
  }

  /** In the three shapes that search engines choose from. */
  private static List<String> images(Picture picture, Links links) {
    return Shape.CROPS.stream().map(shape -> links.absolute(picture.address(shape, 1280))).toList();
  }

  private static List<Map<String, Object>> corrections(Article article, Times times) {
    return article.addenda().corrections().stream()
        .map(
            correction -> {
              Map<String, Object> comment = new LinkedHashMap<>();
              comment.put("@type", "CorrectionComment");
              comment.put("text", correction.note());
              comment.put("datePublished", times.iso(correction.at()));
              return comment;
            })
        .toList();
  }

  private static Map<String, Object> counter(int comments) {
    Map<String, Object> counter = new LinkedHashMap<>();
    counter.put("@type", "InteractionCounter");
    counter.put("interactionType", "https://schema.org/CommentAction");
    counter.put("userInteractionCount", comments);
    return counter;
  }

  private static Map<String, Object> author(Article article, Paper paper) {
    if (!article.byline().isEmpty()) {
      String name = BY.matcher(article.byline()).replaceFirst("");
      return named("Person", name);
    }
    String name = article.credit().isEmpty() ? paper.name() : article.credit();
    return named("Organization", name);
  }

  /** In one order always: every node makes the same bytes. */
  private static Map<String, Object> named(String type, String name) {
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("@type", type);
    thing.put("name", name);
    return thing;
  }
}
