package org.talblatt.widget;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.article.Article;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.paper.Frame;
import org.talblatt.paper.Papers;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/**
 * The talk under another house's page as a page of ours: where the link leads that its readers see
 * whose browsers run no script.
 */
@Controller
@RequestMapping("/einbettung/{site:[a-z0-9-]{1,40}}")
class PlainPages {
  private final Sites sites;
  private final EmbeddedTalk talk;
  private final Embedding embedding;
  private final FragmentDrawing drawing;
  private final Papers papers;
  private final Templates templates;
  private final Clock clock;

  PlainPages(
      Sites sites,
      EmbeddedTalk talk,
      Embedding embedding,
      FragmentDrawing drawing,
      Papers papers,
      Templates templates,
      Clock clock) {
    this.sites = sites;
    this.talk = talk;
    this.embedding = embedding;
    this.drawing = drawing;
    this.papers = papers;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<String> read(
      @PathVariable String site,
      @RequestParam(defaultValue = "") String adresse,
      @RequestParam @Nullable String schluessel,
      @RequestParam(defaultValue = "") String titel,
      @RequestParam Map<String, String> query,
      Optional<Reader> reader) {
    Site known = sites.find(site).orElseThrow(Failure::notFound);
    ForeignPage page = ForeignPage.of(known, adresse, schluessel);
    Optional<Article> begun = talk.find(site, page).map(drawing::article);
    String own = own(site, adresse, schluessel, titel);
    FragmentDrawing.Part part = new FragmentDrawing.Part(query);
    Messages words = part.words(papers.current().language());
    String drawn =
        begun
            .map(article -> drawing.drawn(article, part, null, next -> own + "&" + next).html())
            .orElse("");
    Frame frame = Frame.plain(papers.current(), words, words.get("widget.page-title"));
    PlainView view =
        new PlainView(
            known.name(),
            page.address(),
            begun.map(Article::headline).orElse(""),
            own,
            drawn,
            reader.isPresent() ? null : Links.login(encoded(own)),
            begun.map(article -> Links.personalView(article.id())).orElse(null));
    return IdentityFrames.answer(200, templates.widgetPlain(frame, view).render());
  }

  /** Begins a talk, for who can't run the page's script; from there on the plain forms serve. */
  @PostMapping
  ResponseEntity<String> begin(
      @PathVariable String site,
      @RequestParam(defaultValue = "") String adresse,
      @RequestParam @Nullable String schluessel,
      @RequestParam(defaultValue = "") String titel,
      Reader reader) {
    Site known = sites.find(site).orElseThrow(Failure::notFound);
    ForeignPage page = ForeignPage.of(known, adresse, schluessel);
    Pass pass = embedding.plain(known, page, titel, papers.current().language());
    ArticleId article = talk.begin(reader.withoutRoles(), pass, clock.instant());
    return IdentityFrames.seeOther(Links.personalView(article)).build();
  }

  private static String own(String site, String address, @Nullable String key, String title) {
    return "/einbettung/"
        + site
        + "?adresse="
        + encoded(address)
        + (key == null || key.isBlank() ? "" : "&schluessel=" + encoded(key))
        + (title.isBlank() ? "" : "&titel=" + encoded(title));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
