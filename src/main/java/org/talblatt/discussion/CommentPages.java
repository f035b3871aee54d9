package org.talblatt.discussion;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.article.Article;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.identity.KeptText;
import org.talblatt.identity.KeptTexts;
import org.talblatt.identity.LoginWall;
import org.talblatt.identity.Reader;
import org.talblatt.platform.http.ClientAddress;

/**
 * The talk's forms. Each works without JavaScript, leading back to the reader's own view; a script
 * asks for JSON and gets the comment drawn as the page would draw it.
 */
@Controller
@RequestMapping("/artikel/{article:[1-9][0-9]{0,17}}/kommentare")
class CommentPages {
  private static final String NUMBER = "/{number:[1-9][0-9]{0,8}}";

  private final Discussion discussion;
  private final ThreadReading reading;
  private final CommentForms forms;
  private final TalkSettings settings;
  private final WriteAnswers answers;
  private final LoginWall wall;
  private final KeptTexts keptTexts;
  private final ClientAddress addresses;
  private final Clock clock;

  CommentPages(
      Discussion discussion,
      ThreadReading reading,
      CommentForms forms,
      TalkSettings settings,
      WriteAnswers answers,
      LoginWall wall,
      KeptTexts keptTexts,
      ClientAddress addresses,
      Clock clock) {
    this.discussion = discussion;
    this.reading = reading;
    this.forms = forms;
    this.settings = settings;
    this.answers = answers;
    this.wall = wall;
    this.keptTexts = keptTexts;
    this.addresses = addresses;
    this.clock = clock;
  }

  @PostMapping
  ResponseEntity<?> post(
      @PathVariable long article,
      @RequestParam(defaultValue = "") String text,
      @RequestParam @Nullable UUID abgabe,
      @RequestParam @Nullable Integer aufgehoben,
      Optional<Reader> reader,
      HttpServletRequest request) {
    ArticleId id = new ArticleId(article);
    KeptText.Place place = new KeptText.Place(id, aufgehoben, null);
    if (reader.isEmpty()) {
      return wall(request, KeptText.Place.root(id), Typed.of(text));
    }
    Instant now = clock.instant();
    UUID submission = Submission.of(abgabe, place, text, now, CommentForms.scripted(request));
    return written(
        reader.get(),
        request,
        text,
        () -> sent(reader.get(), place, discussion.post(reader.get(), id, text, submission, now)),
        failure -> forms.refused(place, failure, new Typed(text, 0, abgabe, aufgehoben)));
  }

  @GetMapping(NUMBER + "/antworten")
  ResponseEntity<String> replyForm(
      @PathVariable long article,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String zitat) {
    return forms.reply(new CommentId(new ArticleId(article), number), zitat.equals("1"));
  }

  @PostMapping(NUMBER + "/antworten")
  ResponseEntity<?> reply(
      @PathVariable long article,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String text,
      @RequestParam @Nullable UUID abgabe,
      Optional<Reader> reader,
      HttpServletRequest request) {
    CommentId parent = new CommentId(new ArticleId(article), number);
    KeptText.Place place = KeptText.Place.reply(parent);
    if (reader.isEmpty()) {
      return wall(request, place, Typed.of(text));
    }
    Instant now = clock.instant();
    UUID submission = Submission.of(abgabe, place, text, now, CommentForms.scripted(request));
    return written(
        reader.get(),
        request,
        text,
        () ->
            sent(
                reader.get(), place, discussion.reply(reader.get(), parent, text, submission, now)),
        failure -> forms.refused(place, failure, new Typed(text, 0, abgabe, null)));
  }

  @GetMapping(NUMBER + "/bearbeiten")
  ResponseEntity<String> editForm(
      @PathVariable long article, @PathVariable int number, Reader reader) {
    return forms.edit(reader, new CommentId(new ArticleId(article), number));
  }

  @PostMapping(NUMBER + "/bearbeiten")
  ResponseEntity<?> edit(
      @PathVariable long article,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "0") int fassung,
      Optional<Reader> reader,
      HttpServletRequest request) {
    CommentId id = new CommentId(new ArticleId(article), number);
    KeptText.Place place = KeptText.Place.edit(id);
    if (reader.isEmpty()) {
      return wall(request, place, Typed.of(text));
    }
    return written(
        reader.get(),
        request,
        text,
        () ->
            sent(
                reader.get(),
                place,
                discussion.edit(reader.get(), id, fassung, text, clock.instant())),
        failure -> forms.refused(place, failure, Typed.edit(text, fassung)));
  }

  @GetMapping(NUMBER + "/loeschung")
  ResponseEntity<String> deleteForm(
      @PathVariable long article, @PathVariable int number, Reader reader) {
    return forms.delete(reader, new CommentId(new ArticleId(article), number));
  }

  @PostMapping(NUMBER + "/loeschung")
  ResponseEntity<?> delete(
      @PathVariable long article,
      @PathVariable int number,
      Optional<Reader> reader,
      HttpServletRequest request) {
    CommentId id = new CommentId(new ArticleId(article), number);
    if (reader.isEmpty()) {
      return login(request, Links.comment(id) + "/loeschung");
    }
    return written(
        reader.get(),
        request,
        null,
        () -> discussion.delete(reader.get(), id),
        failure -> {
          throw failure;
        });
  }

  @PostMapping(NUMBER + "/bewertung")
  ResponseEntity<?> vote(
      @PathVariable long article,
      @PathVariable int number,
      @RequestParam int wert,
      Optional<Reader> reader,
      HttpServletRequest request) {
    CommentId id = new CommentId(new ArticleId(article), number);
    if (reader.isEmpty()) {
      return login(request, Links.personalView(id.article(), number));
    }
    Rated rating =
        discussion.vote(reader.get(), id, Vote.of(wert), addresses.block(request), clock.instant());
    return CommentForms.scripted(request)
        ? ResponseEntity.ok(rating.told())
        : seeOther(Links.personalView(id.article(), number));
  }

  /** A comment's permanent address leads to the page that holds it. */
  @GetMapping(NUMBER)
  ResponseEntity<Void> permalink(@PathVariable long article, @PathVariable int number) {
    CommentId id = new CommentId(new ArticleId(article), number);
    Article under = forms.article(id.article());
    ThreadOrder usual = settings.of(under).order();
    ThreadReading.Place place = reading.placeOf(id, usual).orElseThrow(Failure::notFound);
    String path = under.path(new ThreadAddress(usual, place.page(), place.stand()).query(usual));
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(URI.create(path + Links.anchor(number)))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  private ResponseEntity<?> wall(HttpServletRequest request, KeptText.Place place, Typed typed) {
    if (CommentForms.scripted(request)) {
      throw Failure.loginRequired();
    }
    try {
      forms.mustBeOpen(place.article());
    } catch (Failure over) {
      return forms.refused(place, over, typed);
    }
    return wall.ask(place, typed.text(), request);
  }

  /** Nothing was typed: to the login, and back. */
  private static ResponseEntity<?> login(HttpServletRequest request, String back) {
    if (CommentForms.scripted(request)) {
      throw Failure.loginRequired();
    }
    return seeOther(Links.login(back));
  }

  /** What was kept at the login wall has found its place; what waits in other forms stays. */
  private Discussion.Written sent(Reader reader, KeptText.Place place, Discussion.Written written) {
    keptTexts.drop(reader.account(), place);
    return written;
  }

  private ResponseEntity<?> written(
      Reader reader,
      HttpServletRequest request,
      @Nullable String sent,
      Supplier<Discussion.Written> write,
      Function<Failure, ResponseEntity<String>> refused) {
    Discussion.Written written;
    try {
      written = write.get();
    } catch (Failure failure) {
      if (CommentForms.scripted(request)) {
        throw failure;
      }
      return refused.apply(failure);
    }
    return answers.answer(reader, written, sent, CommentForms.scripted(request));
  }

  private static ResponseEntity<Void> seeOther(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
