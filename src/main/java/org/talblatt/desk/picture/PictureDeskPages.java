package org.talblatt.desk.picture;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.base.PictureId;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.picture.KeptPicture;
import org.talblatt.picture.PictureStock;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Storable;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** The newsroom's pictures: a list with a form for new ones, and a page for each. */
@Controller
@RequestMapping(PictureDeskPages.PATH)
class PictureDeskPages {
  static final String PATH = "/redaktion/bilder";
  private static final String ONE = "/{id:[1-9][0-9]{0,17}}";
  private static final int ON_PAGE = 48;
  private static final int LONGEST_SEARCH = 100;

  private final PictureDesk desk;
  private final PictureStock stock;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;
  private final Clock clock;

  PictureDeskPages(
      PictureDesk desk,
      PictureStock stock,
      IdentityFrames frames,
      Templates templates,
      Settings settings,
      Clock clock) {
    this.desk = desk;
    this.stock = stock;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<String> list(
      @RequestParam(defaultValue = "alle") String liste,
      @RequestParam(defaultValue = "") String worte,
      @RequestParam(defaultValue = "") String vor,
      @RequestParam(defaultValue = "") String neu,
      Reader reader) {
    PictureStock.Choice choice =
        Stream.of(PictureStock.Choice.values())
            .filter(each -> each.word().equals(liste))
            .findFirst()
            .orElseThrow(Failure::notFound);
    String done = neu.matches("[1-9][0-9]?") ? words(reader, "pictures.taken", count(neu)) : "";
    return list(200, choice, worte, vor, done, List.of(), reader);
  }

  private static int count(String digits) {
    return Integer.parseInt(digits);
  }

  @PostMapping
  ResponseEntity<String> bring(HttpServletRequest request, Reader editor) throws IOException {
    try {
      PictureDesk.Brought brought = desk.bring(Upload.files(request), editor);
      return brought.refused().isEmpty() ? brought(brought.taken()) : refused(brought, editor);
    } catch (Failure refused) {
      ResponseEntity<String> page =
          list(
              refused.kind().status(),
              PictureStock.Choice.ALL,
              "",
              "",
              "",
              List.of(why(refused, editor)),
              editor);
      // what is left of a broken body would be taken for the next request
      return ResponseEntity.status(page.getStatusCode())
          .headers(page.getHeaders())
          .header(HttpHeaders.CONNECTION, "close")
          .body(page.getBody());
    }
  }

  /** One goes on to its own page, several to the list of those that wait for words. */
  private static ResponseEntity<String> brought(List<PictureId> taken) {
    return taken.size() == 1
        ? seeOther(PATH + "/" + taken.getFirst())
        : seeOther(PATH + "?liste=offen&neu=" + taken.size());
  }

  private ResponseEntity<String> refused(PictureDesk.Brought brought, Reader editor) {
    List<String> problems =
        brought.refused().stream()
            .map(each -> each.name() + ": " + why(each.why(), editor))
            .toList();
    String done =
        brought.taken().isEmpty() ? "" : words(editor, "pictures.taken", brought.taken().size());
    PictureStock.Choice choice =
        brought.taken().isEmpty() ? PictureStock.Choice.ALL : PictureStock.Choice.TO_DESCRIBE;
    return list(422, choice, "", "", done, problems, editor);
  }

  @GetMapping(ONE)
  ResponseEntity<String> one(
      @PathVariable long id, @RequestParam(defaultValue = "") String fertig, Reader reader) {
    KeptPicture kept = kept(id);
    String done =
        fertig.matches("angaben|sperre|freigabe") ? words(reader, "pictures.done-" + fertig) : "";
    return one(200, kept, WordsForm.of(kept, settings.zone()), done, null, reader);
  }

  @PostMapping(ONE + "/angaben")
  ResponseEntity<String> describe(
      @PathVariable long id, @RequestParam Map<String, String> sent, Reader editor) {
    KeptPicture kept = kept(id);
    WordsForm form = WordsForm.typed(sent);
    try {
      desk.describe(kept.picture().id(), form.parse(settings.zone()), editor);
      return seeOther(PATH + "/" + id + "?fertig=angaben");
    } catch (Failure refused) {
      return one(refused.kind().status(), kept, form, "", refused, editor);
    }
  }

  @PostMapping(ONE + "/sperre")
  ResponseEntity<String> withdraw(@PathVariable long id, Reader editor) {
    desk.withdraw(kept(id).picture().id(), editor);
    return seeOther(PATH + "/" + id + "?fertig=sperre");
  }

  @PostMapping(ONE + "/freigabe")
  ResponseEntity<String> release(@PathVariable long id, Reader editor) {
    KeptPicture kept = kept(id);
    try {
      desk.release(kept.picture().id(), editor);
      return seeOther(PATH + "/" + id + "?fertig=freigabe");
    } catch (Failure refused) {
      WordsForm form = WordsForm.of(kept, settings.zone());
      return one(refused.kind().status(), kept, form, "", refused, editor);
    }
  }

  private KeptPicture kept(long id) {
    return stock.find(new PictureId(id)).orElseThrow(Failure::notFound);
  }

  private ResponseEntity<String> list(
      int status,
      PictureStock.Choice choice,
      String typed,
      String before,
      String done,
      List<String> problems,
      Reader reader) {
    String words = Storable.of(typed).strip();
    words = words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
    long from = before.matches("[1-9][0-9]{0,17}") ? Long.parseLong(before) : Long.MAX_VALUE;
    List<KeptPicture> found = stock.list(choice, words, from, ON_PAGE + 1);
    List<KeptPicture> shown = found.subList(0, Math.min(found.size(), ON_PAGE));
    String next = found.size() > ON_PAGE ? shown.getLast().picture().id().toString() : null;
    StockView view =
        new StockView(
            shown,
            choice,
            words,
            stock.toDescribe(),
            next,
            done,
            problems,
            reader.has(Role.EDITOR),
            times(reader),
            clock.instant());
    return IdentityFrames.answer(
        status, templates.picturesList(frames.frame(reader, "pictures.title"), view).render());
  }

  private ResponseEntity<String> one(
      int status,
      KeptPicture kept,
      WordsForm form,
      String done,
      @Nullable Failure problem,
      Reader reader) {
    return IdentityFrames.answer(
        status,
        templates
            .picturesOne(
                frames.frame(reader, "pictures.one"),
                kept,
                form,
                done,
                problem == null ? "" : why(problem, reader),
                reader.has(Role.EDITOR),
                times(reader),
                clock.instant())
            .render());
  }

  private Times times(Reader reader) {
    return new Times(settings.zone(), Messages.of(reader.language()).locale());
  }

  private static String why(Failure failure, Reader reader) {
    return words(reader, failure.key(), failure.arguments().toArray());
  }

  private static String words(Reader reader, String key, Object... arguments) {
    return Messages.of(reader.language()).get(key, arguments);
  }

  private static ResponseEntity<String> seeOther(String path) {
    return IdentityFrames.seeOther(path).build();
  }
}
