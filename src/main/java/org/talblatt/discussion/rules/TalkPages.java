package org.talblatt.discussion.rules;

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
import org.talblatt.article.ArticlePeople;
import org.talblatt.article.ArticleVersions;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.DiscussionRules;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.discussion.Curation;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Actor;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** Where editors and moderators of a section say how people talk under one article. */
@Controller
@RequestMapping("/redaktion/artikel/{article:[1-9][0-9]{0,17}}/diskussion")
class TalkPages {
  private final ArticlesOnFile articles;
  private final ArticleRules rules;
  private final ArticlePeople people;
  private final ArticleVersions versions;
  private final Curation curation;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;

  TalkPages(
      ArticlesOnFile articles,
      ArticleRules rules,
      ArticlePeople people,
      ArticleVersions versions,
      Curation curation,
      IdentityFrames frames,
      Templates templates,
      Settings settings) {
    this.articles = articles;
    this.rules = rules;
    this.people = people;
    this.versions = versions;
    this.curation = curation;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
  }

  /** What a form was refused for, and what had been typed. */
  private record Refused(@Nullable TalkForm form, String name, Failure failure) {}

  @GetMapping
  ResponseEntity<String> form(
      @PathVariable long article, @RequestParam @Nullable String fertig, Reader reader) {
    return page(new ArticleId(article), reader, fertig != null, null);
  }

  @PostMapping
  ResponseEntity<String> change(
      @PathVariable long article,
      @RequestParam Map<String, String> typed,
      Reader reader,
      Actor actor) {
    ArticleId id = new ArticleId(article);
    TalkForm form = TalkForm.typed(typed);
    String section = mine(id, reader);
    try {
      DiscussionRules wanted = form.parse(settings.zone(), !reader.has(Role.EDITOR, section));
      rules.change(id, wanted, form.reason(), actor);
    } catch (Failure refused) {
      return page(id, reader, false, new Refused(form, "", refused));
    }
    return done(id);
  }

  /** Gives somebody a badge. */
  @PostMapping("/personen")
  ResponseEntity<String> put(
      @PathVariable long article,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String kennzeichen,
      Reader reader,
      Actor actor) {
    ArticleId id = new ArticleId(article);
    mine(id, reader);
    try {
      rules.putPerson(id, name, kennzeichen, actor);
    } catch (Failure refused) {
      String shown = name.length() > 60 ? name.substring(0, 60) : name;
      return page(id, reader, false, new Refused(null, shown.replace("\0", ""), refused));
    }
    return done(id);
  }

  @PostMapping("/personen/{account:[1-9][0-9]{0,17}}/entzug")
  ResponseEntity<String> remove(
      @PathVariable long article, @PathVariable long account, Reader reader, Actor actor) {
    ArticleId id = new ArticleId(article);
    mine(id, reader);
    rules.removePerson(id, new AccountId(account), actor);
    return done(id);
  }

  /** Says of a version what it is to readers. */
  @PostMapping("/fassungen/{version:[1-9][0-9]{0,8}}")
  ResponseEntity<String> mark(
      @PathVariable long article,
      @PathVariable int version,
      @RequestParam @Nullable String wesentlich,
      @RequestParam @Nullable String verborgen,
      Reader reader,
      Actor actor) {
    ArticleId id = new ArticleId(article);
    mine(id, reader);
    rules.markVersion(id, version, wesentlich != null, verborgen != null, actor);
    return done(id);
  }

  /** The article's section, whose talk this reader may change. */
  private String mine(ArticleId id, Reader reader) {
    String section = onFile(id).draft().section();
    if (!Curation.may(reader, section)) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "staff.section-not-yours", section);
    }
    return section;
  }

  private ArticlesOnFile.OnFile onFile(ArticleId id) {
    return articles.find(id).orElseThrow(Failure::notFound);
  }

  private static ResponseEntity<String> done(ArticleId id) {
    return IdentityFrames.seeOther(Links.talkRules(id) + "?fertig=1").build();
  }

  private ResponseEntity<String> page(
      ArticleId id, Reader reader, boolean done, @Nullable Refused refused) {
    Messages words = Messages.of(reader.language());
    TalkView view = view(onFile(id), reader, done, refused, words);
    int status = refused == null ? 200 : refused.failure().kind().status();
    return IdentityFrames.answer(
        status, templates.rulesArticle(frames.frame(reader, "rules.article-title"), view).render());
  }

  private TalkView view(
      ArticlesOnFile.OnFile article,
      Reader reader,
      boolean done,
      @Nullable Refused refused,
      Messages words) {
    ArticleId id = article.id();
    String section = article.draft().section();
    if (!Curation.may(reader, section) && !reader.has(Role.PUBLISHER)) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "staff.section-not-yours", section);
    }
    Failure failure = refused == null ? null : refused.failure();
    DiscussionRules present =
        Optional.ofNullable(article.draft().discussion()).orElse(DiscussionRules.OPEN);
    return new TalkView(
        id,
        article.draft().headline(),
        article.path(),
        Curation.may(reader, section),
        refused == null || refused.form() == null
            ? TalkForm.of(present, settings.zone())
            : refused.form(),
        curation.pinned(id),
        curation.closed(id),
        people.of(id),
        versions.all(id),
        refused == null ? "" : refused.name(),
        failure == null ? "" : String.join("", failure.fields().keySet()),
        failure == null ? null : words.get(failure.key(), failure.arguments()),
        done,
        words,
        new Times(settings.zone(), words.locale()));
  }
}
