package org.talblatt.desk.editor;

import java.time.Clock;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.talblatt.article.Article;
import org.talblatt.article.ArticleState;
import org.talblatt.article.NewsroomArticles;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.paper.Frame;
import org.talblatt.paper.Papers;
import org.talblatt.picture.BodyPictures;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** An article as readers will see it: in the newsroom, and by a link for somebody outside. */
@Controller
class PreviewPages {
  private final NewsroomArticles articles;
  private final ArticleDesk desk;
  private final PreviewLinks links;
  private final BodyPictures bodies;
  private final Papers papers;
  private final Settings settings;
  private final Templates templates;
  private final Clock clock;

  PreviewPages(
      NewsroomArticles articles,
      ArticleDesk desk,
      PreviewLinks links,
      BodyPictures bodies,
      Papers papers,
      Settings settings,
      Templates templates,
      Clock clock) {
    this.articles = articles;
    this.desk = desk;
    this.links = links;
    this.bodies = bodies;
    this.papers = papers;
    this.settings = settings;
    this.templates = templates;
    this.clock = clock;
  }

  /** For the newsroom, which works on what is under embargo, too. */
  @GetMapping(EditorPages.PATH + "/vorschau")
  ResponseEntity<String> inNewsroom(@PathVariable long id) {
    return page(new ArticleId(id), true);
  }

  /** For somebody outside; an embargo holds here as everywhere. */
  @GetMapping(PreviewLinks.PATH + "{key:[0-9a-f-]{3,90}}")
  ResponseEntity<String> byLink(@PathVariable String key) {
    ArticleId id = links.opened(key).orElseThrow(Failure::notFound);
    NewsroomArticles.Row row = articles.find(id).orElseThrow(Failure::notFound);
    Instant embargo = row.embargoUntil();
    if (row.state() == ArticleState.WITHDRAWN) {
      throw Failure.of(Failure.Kind.GONE, "failure.gone");
    }
    if (embargo != null && embargo.isAfter(clock.instant())) {
      throw Failure.notFound();
    }
    return row.state() == ArticleState.PUBLISHED
        ? IdentityFrames.seeOther(row.path()).build()
        : page(id, false);
  }

  @PostMapping(EditorPages.PATH + "/vorschaulinks")
  ResponseEntity<String> make(@PathVariable long id, Reader editor) {
    desk.link(new ArticleId(id), editor);
    return back(id, "linked");
  }

  @PostMapping(EditorPages.PATH + "/vorschaulinks/{link:[1-9][0-9]{0,17}}/ende")
  ResponseEntity<String> end(@PathVariable long id, @PathVariable long link, Reader editor) {
    desk.endLink(new ArticleId(id), link, editor);
    return back(id, "link-ended");
  }

  private ResponseEntity<String> page(ArticleId id, boolean newsroom) {
    Article article = articles.preview(id).orElseThrow(Failure::notFound);
    Messages words = Messages.of(article.language());
    String title = article.headline().isEmpty() ? words.get("editor.untitled") : article.headline();
    Frame frame = Frame.plain(papers.current(), words, title);
    Times times = new Times(settings.zone(), words.locale());
    String html =
        templates
            .editorPreview(frame, article, times, bodies.drawn(article.body()), newsroom)
            .render();
    ResponseEntity<String> answer = IdentityFrames.answer(200, html);
    return ResponseEntity.ok()
        .headers(answer.getHeaders())
        .header("X-Robots-Tag", "noindex, nofollow")
        .header("Referrer-Policy", "no-referrer")
        .body(answer.getBody());
  }

  private static ResponseEntity<String> back(long id, String done) {
    return IdentityFrames.seeOther(
            ArticleListPages.PATH + "/" + id + "?fertig=" + done + "#vorschau")
        .build();
  }
}
