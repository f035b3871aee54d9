package org.talblatt.desk.routing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.paper.Actor;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Where the newsroom says what happens to agencies' items by itself. Only forms and links. */
@Controller
@RequestMapping(RulePages.PATH)
class RulePages {
  static final String PATH = "/redaktion/regeln";
  private static final String ID = "/{id:[1-9][0-9]{0,17}}";

  private final Rulebook book;
  private final RuleViews views;
  private final IdentityFrames frames;
  private final Templates templates;

  RulePages(Rulebook book, RuleViews views, IdentityFrames frames, Templates templates) {
    this.book = book;
    this.views = views;
    this.frames = frames;
    this.templates = templates;
  }

  @GetMapping
  ResponseEntity<String> all(@RequestParam @Nullable String fertig, Reader reader) {
    return all(200, null, null, fertig != null, reader);
  }

  @GetMapping("/neu")
  ResponseEntity<String> empty(Reader reader) {
    return one(200, 0, RuleForm.empty(), null, reader);
  }

  @PostMapping
  ResponseEntity<String> create(
      @RequestParam Map<String, String> typed, Reader editor, Actor actor) {
    RuleForm form = new RuleForm(typed);
    try {
      return trialOf(book.create(form.parse(null), editor, actor));
    } catch (Failure refused) {
      return one(refused.kind().status(), 0, form, refused, editor);
    }
  }

  @GetMapping(ID)
  ResponseEntity<String> rule(@PathVariable long id, Reader reader) {
    Rule rule = book.find(id);
    return one(200, id, views.form(Messages.of(reader.language()), rule), null, reader);
  }

  @PostMapping(ID)
  ResponseEntity<String> change(
      @PathVariable long id, @RequestParam Map<String, String> typed, Reader editor, Actor actor) {
    RuleForm form = new RuleForm(typed);
    Rule before = book.find(id);
    try {
      book.change(form.parse(before), editor, actor);
      return trialOf(id);
    } catch (Failure refused) {
      return one(refused.kind().status(), id, form, refused, editor);
    }
  }

  @GetMapping(ID + "/probe")
  ResponseEntity<String> trial(@PathVariable long id, Reader reader) {
    Messages words = Messages.of(reader.language());
    RuleView.Trial trial = views.trial(words, book.find(id), reader);
    return IdentityFrames.answer(
        200, templates.routingTrial(frames.frame(reader, "routing.trial-title"), trial).render());
  }

  @PostMapping(ID + "/schalter")
  ResponseEntity<String> switchTo(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String an,
      Reader editor,
      Actor actor) {
    book.switchTo(id, an.equals("1"), editor, actor);
    return done();
  }

  @PostMapping(ID + "/vorrang")
  ResponseEntity<String> up(@PathVariable long id, Reader editor, Actor actor) {
    book.up(id, editor, actor);
    return done();
  }

  @PostMapping(ID + "/loeschung")
  ResponseEntity<String> delete(@PathVariable long id, Reader editor, Actor actor) {
    try {
      book.delete(id, editor, actor);
      return done();
    } catch (Failure refused) {
      return all(refused.kind().status(), null, refused, false, editor);
    }
  }

  @PostMapping("/orte")
  ResponseEntity<String> places(
      @RequestParam(defaultValue = "") String orte, Reader editor, Actor actor) {
    try {
      book.setPlaces(PlaceForm.parse(orte), editor, actor);
      return done();
    } catch (Failure refused) {
      return all(refused.kind().status(), orte, refused, false, editor);
    }
  }

  private ResponseEntity<String> all(
      int status, @Nullable String typed, @Nullable Failure refused, boolean done, Reader reader) {
    Messages words = Messages.of(reader.language());
    return IdentityFrames.answer(
        status,
        templates
            .routingRules(
                frames.frame(reader, "routing.title"),
                views.all(words, reader, typed, refused, done))
            .render());
  }

  private ResponseEntity<String> one(
      int status, long id, RuleForm form, @Nullable Failure refused, Reader reader) {
    Messages words = Messages.of(reader.language());
    return IdentityFrames.answer(
        status,
        templates
            .routingRule(
                frames.frame(reader, id == 0 ? "routing.new" : "routing.change"),
                views.one(words, id, form, refused))
            .render());
  }

  private static ResponseEntity<String> trialOf(long id) {
    return IdentityFrames.seeOther(PATH + "/" + id + "/probe").build();
  }

  private static ResponseEntity<String> done() {
    return IdentityFrames.seeOther(PATH + "?fertig=1").build();
  }
}
