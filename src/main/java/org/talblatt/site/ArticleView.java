package org.talblatt.site;

import org.springframework.stereotype.Component;
import org.talblatt.article.Article;
import org.talblatt.paper.Frame;
import org.talblatt.platform.Settings;
import talblatt.template.Templates;

/** Draws an article. */
@Component
class ArticleView {
  private final Frames frames;
  private final Templates templates;
  private final StructuredData structuredData;

  ArticleView(Frames frames, Templates templates, Settings settings) {
    this.frames = frames;
    this.templates = templates;
    this.structuredData = new StructuredData(settings);
  }

  /** The page as everybody sees it. */
  String html(Article article) {
    Frame frame =
        frames.frame(
            article.language(),
            article.headline(),
            article.teaser().isEmpty() ? article.subhead() : article.teaser(),
            article.path(),
            article.section().path(),
            structuredData.of(article, frames.paper()));
    return templates.siteArticle(frame, article, frames.times(article.language())).render();
  }
}
