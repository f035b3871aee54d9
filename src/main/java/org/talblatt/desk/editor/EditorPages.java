package org.talblatt.desk.editor;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.article.Drafting;
import org.talblatt.article.TakingBack;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.paper.Frame;
import org.talblatt.paper.Papers;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Shortened;
import org.talblatt.platform.text.Storable;
import talblatt.template.Templates;

/** The editor: everything that is sent with the text. Works by its form alone. */
@Controller
@RequestMapping(EditorPages.PATH)
class EditorPages {
  static final String PATH = ArticleListPages.PATH + "/{id:[1-9][0-9]{0,17}}";
  private static final int LONGEST_NOTE = 500;

  private final ArticleDesk desk;
  private final Drafting drafting;
  private final EditorViews views;
  private final FormReading reading;
  private final Papers papers;
  private final TakingBack undo;
  private final Templates templates;
  private final Clock clock;

  EditorPages(
      ArticleDesk desk,
      Drafting drafting,
      EditorViews views,
      FormReading reading,
      Papers papers,
      TakingBack undo,
      Templates templates,
      Clock clock) {
    this.desk = desk;
    this.drafting = drafting;
    this.views = views;
    this.reading = reading;
    this.papers = papers;
    this.undo = undo;
    this.templates = templates;
    this.clock = clock;
  }

  /** What is to be done with a text, besides storing it. */
  private record Act(String done, @Nullable Function<ArticleId, Instant> next) {}

  /** An act after which nothing waits for a moment. */
  private Act now(String done, Consumer<ArticleId> next) {
    return new Act(
        done,
        article -> {
          next.accept(article);
          return clock.instant();
        });
  }

  @GetMapping
  ResponseEntity<String> open(
      @PathVariable long id, @RequestParam(defaultValue = "") String fertig, Reader reader) {
    return page(200, views.view(new ArticleId(id), reader, null, fertig));
  }

  /** Stores it; of what is out, readers get it at once. */
  @PostMapping("/text")
  ResponseEntity<String> store(
      @PathVariable long id, @RequestParam Map<String, String> typed, Reader editor) {
    return done(id, typed, editor, sent -> new Act("stored", null));
  }

  /** Keeps it for the person alone. */
  @PostMapping("/arbeitsstand")
  ResponseEntity<String> keep(
      @PathVariable long id, @RequestParam Map<String, String> typed, Reader editor) {
    ArticleId article = new ArticleId(id);
    desk.keep(article, views.edit(article, typed), editor);
    return seeOther(article, "kept");
  }

  @PostMapping("/durchsicht")
  ResponseEntity<String> review(
      @PathVariable long id, @RequestParam Map<String, String> typed, Reader editor) {
    return done(
        id,
        typed,
        editor,
        sent ->
            now("to_review", article -> drafting.toReview(article, sent.note(), editor.account())));
  }

  @PostMapping("/rueckgabe")
  ResponseEntity<String> giveBack(
      @PathVariable long id, @RequestParam Map<String, String> typed, Reader editor) {
    return done(
        id,
        typed,
        editor,
        sent ->
            now("returned", article -> drafting.giveBack(article, sent.note(), editor.account())));
  }

  @PostMapping("/veroeffentlichung")
  ResponseEntity<String> publish(
      @PathVariable long id, @RequestParam Map<String, String> typed, Reader editor) {
    Instant now = clock.instant();
    return done(
        id,
        typed,
        editor,
        sent ->
            new Act(
                "published",
                article -> drafting.publish(article, undo.comesOut(), now, editor.account())));
  }

  @PostMapping("/termin")
  ResponseEntity<String> schedule(
      @PathVariable long id, @RequestParam Map<String, String> typed, Reader editor) {
    Instant now = clock.instant();
    return done(
        id,
        typed,
        editor,
        sent -> {
          Instant at = moment(sent.appears(), now);
          return new Act(
              "scheduled", article -> drafting.publish(article, at, now, editor.account()));
        });
  }

  private Instant moment(String typed, Instant now) {
    Instant at = reading.moments().parse("erscheint", typed);
    if (at == null) {
      throw Failure.invalid("erscheint", "editor.moment-missing");
    }
    if (at.isBefore(now)) {
      throw Failure.invalid("erscheint", "editor.moment-past");
    }
    return at;
  }

  /** What was chosen where two had changed the same. */
  @PostMapping("/auswahl")
  ResponseEntity<String> choose(
      @PathVariable long id, @RequestParam Map<String, String> chosen, Reader editor) {
    ArticleId article = new ArticleId(id);
    return switch (desk.choose(
        article, chosen, EditorViews.number(chosen.get("gesehen")), editor)) {
      case Stored.Done done -> seeOther(article, "chosen");
      case Stored.Undecided undecided -> conflict(article, undecided.merge(), editor);
    };
  }

  /** Stores and acts; what is refused stays in its form, with a word beside the field. */
  private ResponseEntity<String> done(
      long number, Map<String, String> typed, Reader editor, Function<EditorViews.Sent, Act> act) {
    ArticleId id = new ArticleId(number);
    EditorViews.Sent sent = sent(id, typed, null);
    try {
      Act wanted = act.apply(sent);
      return switch (desk.store(id, sent.edit(), editor, wanted.next())) {
        case Stored.Done done -> seeOther(id, done(done, wanted.done()));
        case Stored.Undecided undecided -> conflict(id, undecided.merge(), editor);
      };
    } catch (Failure refused) {
      if (refused.kind() == Failure.Kind.NOT_FOUND) {
        throw refused;
      }
      EditorView.Refused why =
          new EditorView.Refused(
              refused.fields().keySet().stream().findFirst().map(EditorPages::field).orElse(""),
              Messages.of(editor.language()).get(refused.key(), refused.arguments()));
      return page(refused.kind().status(), views.view(id, editor, sent(id, typed, why), ""));
    }
  }

  private String done(Stored.Done done, String word) {
    Instant out = done.appearsAt();
    if (word.equals("published") && out != null && out.isAfter(undo.comesOut())) {
      return "embargoed";
    }
    return done.merged() && word.equals("stored") ? "merged" : word;
  }

  /** The doors below name fields in their own words. */
  private static String field(String name) {
    return switch (name) {
      case "headline" -> EditorForm.HEADLINE;
      case "section" -> EditorForm.SECTION;
      default -> name;
    };
  }

  private EditorViews.Sent sent(
      ArticleId id, Map<String, String> typed, EditorView.@Nullable Refused refused) {
    return new EditorViews.Sent(
        views.edit(id, typed), clean(typed.get("erscheint")), clean(typed.get("notiz")), refused);
  }

  private static String clean(@Nullable String typed) {
    return typed == null ? "" : Shortened.to(LONGEST_NOTE, Storable.of(typed).strip());
  }

  private ResponseEntity<String> conflict(ArticleId id, FormMerge merge, Reader editor) {
    ConflictView view = views.conflict(id, merge, editor);
    return IdentityFrames.answer(
        409, templates.editorConflict(frame(editor, view.headline()), view).render());
  }

  private ResponseEntity<String> page(int status, EditorView view) {
    String headline = view.article().headline();
    String title = headline.isEmpty() ? view.words().get("editor.untitled") : headline;
    Frame frame = Frame.plain(papers.current(), view.words(), title);
    return IdentityFrames.answer(status, templates.editorArticle(frame, view).render());
  }

  private Frame frame(Reader reader, String title) {
    return Frame.plain(papers.current(), Messages.of(reader.language()), title);
  }

  private static ResponseEntity<String> seeOther(ArticleId id, String done) {
    return IdentityFrames.seeOther(ArticleListPages.PATH + "/" + id + "?fertig=" + done).build();
  }
}
