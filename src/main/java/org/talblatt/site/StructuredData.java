package org.talblatt.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.talblatt.article.Article;
import org.talblatt.base.Links;
import org.talblatt.paper.Paper;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.SafeHtml;
import org.talblatt.platform.text.ScriptData;
import org.talblatt.platform.text.Times;

/** schema.org's {@code NewsArticle} for search engines. */
record StructuredData(Settings settings) {

  SafeHtml of(Article article, Paper paper, int comments) {
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
    data.put("commentCount", comments);
    data.put("author", author(article, paper));
    data.put("publisher", Map.of("@type", "NewsMediaOrganization", "name", paper.name()));
    if (article.picture() != null) {
      data.put("image", List.of(links.absolute(article.picture().address(1280))));
    }
    return ScriptData.jsonLd(data);
  }

  private static Map<String, Object> author(Article article, Paper paper) {
    if (!article.byline().isEmpty()) {
      return Map.of("@type", "Person", "name", article.byline());
    }
    String name = article.credit().isEmpty() ? paper.name() : article.credit();
    return Map.of("@type", "Organization", "name", name);
  }
}
