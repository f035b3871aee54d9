package org.talblatt.desk.changes;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
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
import org.talblatt.article.ArticleVersions;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.LegalReply;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.paper.Actor;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.SafeHtml;
import org.talblatt.platform.text.Storable;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** The pages of one article that is out: put a word right, look at its versions, print a reply. */
@Controller
@RequestMapping("/redaktion/artikel/{id:[1-9][0-9]{0,17}}")
class ChangePages {
  private static final int LONG = 50_000;
  private static final int LINE = 500;

  private final Correcting correcting;
  private final ArticleVersions versions;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;

  ChangePages(
      Correcting correcting,
      ArticleVersions versions,
      IdentityFrames frames,
      Templates templates,
      Settings settings) {
    this.correcting = correcting;
    this.versions = versions;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
  }

  @GetMapping("/korrektur")
  ResponseEntity<String> correction(
      @PathVariable long id, @RequestParam @Nullable String fertig, Reader editor) {
    return correction(200, id, Map.of(), null, fertig != null, editor);
  }

  @PostMapping("/korrektur")
  ResponseEntity<String> correct(
      @PathVariable long id, @RequestParam Map<String, String> typed, Reader editor) {
    try {
      correcting.correct(
          new ArticleId(id),
          line(typed, "falsch").strip(),
          line(typed, "richtig").strip(),
          line(typed, "notiz"),
          editor);
      return IdentityFrames.seeOther(path(id) + "/korrektur?fertig=1").build();
    } catch (Failure refused) {
      return correction(status(refused), id, typed, refused, false, editor);
    }
  }

  private ResponseEntity<String> correction(
      int status,
      long id,
      Map<String, String> typed,
      @Nullable Failure refused,
      boolean done,
      Reader editor) {
    ArticlesOnFile.OnFile article = correcting.mine(new ArticleId(id), editor);
    ChangeView view = view(article, typed, refused, done, editor);
    return IdentityFrames.answer(
        status, templates.changesCorrect(frames.frame(editor, "changes.correct"), view).render());
  }

  @GetMapping("/fassungen")
  ResponseEntity<String> versions(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") int von,
      @RequestParam(defaultValue = "0") int bis,
      Reader editor) {
    ArticlesOnFile.OnFile article = correcting.mine(new ArticleId(id), editor);
    List<ArticleVersions.Version> all = versions.all(article.id());
    VersionView view = VersionView.of(article, all, von, bis, times(editor));
    return IdentityFrames.answer(
        200, templates.changesVersions(frames.frame(editor, "changes.versions"), view).render());
  }

  @PostMapping("/fassungen/{version:[1-9][0-9]{0,8}}/wiederherstellung")
  ResponseEntity<String> restore(
      @PathVariable long id,
      @PathVariable int version,
      @RequestParam(defaultValue = "0") int stand,
      Reader editor) {
    correcting.restore(new ArticleId(id), version, stand, editor);
    return IdentityFrames.seeOther(path(id) + "/fassungen").build();
  }

  @GetMapping("/gegendarstellung")
  ResponseEntity<String> reply(@PathVariable long id, Reader editor) {
    return reply(200, id, Map.of(), null, editor);
  }

  @PostMapping("/gegendarstellung")
  ResponseEntity<String> print(
      @PathVariable long id, @RequestParam Map<String, String> typed, Reader editor, Actor actor) {
    try {
      ArticleId printed = correcting.reply(new ArticleId(id), parsed(typed), editor, actor);
      return IdentityFrames.seeOther("/artikel/" + printed).build();
    } catch (Failure refused) {
      return reply(status(refused), id, typed, refused, editor);
    }
  }

  private ResponseEntity<String> reply(
      int status, long id, Map<String, String> typed, @Nullable Failure refused, Reader editor) {
    ArticlesOnFile.OnFile article = correcting.mine(new ArticleId(id), editor);
    ChangeView view = view(article, typed, refused, false, editor);
    return IdentityFrames.answer(
        status, templates.changesReply(frames.frame(editor, "changes.reply"), view).render());
  }

  private static LegalReply parsed(Map<String, String> typed) {
    String kind = line(typed, "art");
    SafeHtml body = ArticleHtml.clean(paragraphs(text(typed, "text", LONG)));
    String person = required(typed, "person");
    String headline = required(typed, "titel");
    if (body.isEmpty()) {
      throw Failure.invalid("text", "changes.field-missing");
    }
    return new LegalReply(
        Optional.of(kind).filter(k -> k.matches("gegendarstellung|mitteilung|rettifica")).stream()
            .map(word -> LegalReply.Kind.valueOf(word.toUpperCase(java.util.Locale.ROOT)))
            .findFirst()
            .orElseThrow(() -> Failure.invalid("art", "changes.field-missing")),
        person,
        day(line(typed, "eingang")),
        headline,
        body);
  }

  private static String required(Map<String, String> typed, String field) {
    String value = line(typed, field).strip();
    if (value.isEmpty()) {
      throw Failure.invalid(field, "changes.field-missing");
    }
    return value;
  }

  private static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException none) {
      throw Failure.invalid("eingang", "changes.day-missing");
    }
  }

  /** A reply is printed as it came: words, a blank line between paragraphs. */
  private static String paragraphs(String text) {
    StringBuilder html = new StringBuilder();
    for (String paragraph : text.replace("\r\n", "\n").split("\n\\s*\n")) {
      if (!paragraph.isBlank()) {
        html.append("<p>")
            .append(org.jsoup.nodes.Entities.escape(paragraph.strip()).replace("\n", "<br>"))
            .append("</p>");
      }
    }
    return html.toString();
  }

  private ChangeView view(
      ArticlesOnFile.OnFile article,
      Map<String, String> typed,
      @Nullable Failure refused,
      boolean done,
      Reader editor) {
    Messages words = Messages.of(editor.language());
    return new ChangeView(
        article,
        typed,
        refused == null ? "" : String.join("", refused.fields().keySet()),
        refused == null ? "" : problem(refused, words),
        done,
        versions.all(article.id()).stream()
            .map(ArticleVersions.Version::correctionNote)
            .filter(note -> !note.isEmpty())
            .distinct()
            .toList(),
        times(editor));
  }

  private static String problem(Failure refused, Messages words) {
    return words.get(refused.key(), refused.arguments());
  }

  private static int status(Failure refused) {
    if (refused.kind() == Failure.Kind.FORBIDDEN || refused.kind() == Failure.Kind.NOT_FOUND) {
      throw refused;
    }
    return refused.kind().status();
  }

  private Times times(Reader editor) {
    return new Times(settings.zone(), Messages.of(editor.language()).locale());
  }

  private static String line(Map<String, String> typed, String field) {
    return text(typed, field, LINE);
  }

  private static String text(Map<String, String> typed, String field, int most) {
    String value = typed.getOrDefault(field, "");
    if (value.length() > most) {
      throw Failure.invalid(field, "changes.too-long", most);
    }
    return Storable.of(value);
  }

  private static String path(long id) {
    return "/redaktion/artikel/" + id;
  }
}
