package org.talblatt.moderation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.discussion.ThreadReading;
import org.talblatt.identity.Addressees;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Suspensions;
import org.talblatt.paper.Actor;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** The moderators' pages: what waits, and who is suspended. Only forms and links. */
@Controller
@RequestMapping("/moderation")
class ModerationPages {
  private static final int MOST = 50;

  private final Queue queue;
  private final Moderation moderation;
  private final ThreadReading threads;
  private final Addressees addressees;
  private final Suspensions suspensions;
  private final ModerationFrames frames;
  private final Templates templates;

  ModerationPages(
      Queue queue,
      Moderation moderation,
      ThreadReading threads,
      Addressees addressees,
      Suspensions suspensions,
      ModerationFrames frames,
      Templates templates) {
    this.queue = queue;
    this.moderation = moderation;
    this.threads = threads;
    this.addressees = addressees;
    this.suspensions = suspensions;
    this.frames = frames;
    this.templates = templates;
  }

  /** A decision's form, field by field. */
  record Typed(
      @Nullable String entscheidung,
      @Nullable String grund,
      @Nullable String gesetz,
      @Nullable String kategorie,
      @Nullable String vorlage,
      @Nullable String begruendung,
      @Nullable String sperre) {
    DecisionForm form() {
      return new DecisionForm(
          or(entscheidung),
          or(grund),
          or(gesetz),
          or(kategorie),
          or(vorlage),
          or(begruendung),
          or(sperre));
    }

    private static String or(@Nullable String value) {
      return Objects.requireNonNullElse(value, "");
    }
  }

  @GetMapping
  ResponseEntity<String> queue(@RequestParam(defaultValue = "") String fertig, Reader moderator) {
    return ModerationFrames.answer(200, page(moderator, !fertig.isEmpty(), null));
  }

  @PostMapping("/entscheidungen")
  ResponseEntity<String> decide(
      @RequestParam(defaultValue = "0") long artikel,
      @RequestParam(defaultValue = "0") int kommentar,
      @RequestParam(defaultValue = "0") long stand,
      @ModelAttribute Typed typed,
      Reader moderator,
      Actor from) {
    if (artikel < 1 || kommentar < 1) {
      throw Failure.notFound();
    }
    CommentId id = new CommentId(new ArticleId(artikel), kommentar);
    try {
      Ruling ruling = typed.form().parse(wordsOfAuthor(id), frames.now());
      moderation.decide(
          moderator, from, List.of(new Moderation.Item(id, stand)), ruling, frames.now());
    } catch (Failure refused) {
      Problems problems = Problems.of(Messages.of(moderator.language()), refused);
      return ModerationFrames.refused(
          refused, page(moderator, false, new Refused(id, typed.form(), problems)));
    }
    return ModerationFrames.seeOther("/moderation?fertig=1");
  }

  /** A decision that was refused: it stands in its form again. */
  private record Refused(CommentId id, DecisionForm form, Problems problems) {}

  private String page(Reader moderator, boolean done, @Nullable Refused refused) {
    Messages words = Messages.of(moderator.language());
    List<String> sections = Sectioned.of(moderator);
    List<QueueView.Row> rows =
        queue.waiting(sections, null, MOST).stream().map(entry -> row(entry, refused)).toList();
    QueueView view =
        new QueueView(
            rows, queue.count(sections), done, gone(rows, refused), moderator, frames.times(words));
    return templates.moderationQueue(frames.frame(words, "moderation.queue-title"), view).render();
  }

  /** What is wrong with a decision on a comment that waits no more. */
  private static Problems gone(List<QueueView.Row> rows, @Nullable Refused refused) {
    if (refused == null) {
      return Problems.NONE;
    }
    CommentId id = refused.id();
    return rows.stream().noneMatch(row -> row.entry().id().equals(id))
        ? refused.problems()
        : Problems.NONE;
  }

  private static QueueView.Row row(QueueEntry entry, @Nullable Refused refused) {
    return refused == null || !refused.id().equals(entry.id())
        ? new QueueView.Row(entry, DecisionForm.EMPTY, Problems.NONE)
        : new QueueView.Row(entry, refused.form(), refused.problems());
  }

  private Messages wordsOfAuthor(CommentId id) {
    AccountId author = threads.onFile(id).orElseThrow(Failure::notFound).author().account();
    return Messages.of(addressees.find(author).map(Addressees.Addressee::language).orElse(null));
  }

  @GetMapping("/sperren")
  ResponseEntity<String> suspended(Reader moderator) {
    return ModerationFrames.answer(200, suspended(moderator, Problems.NONE));
  }

  @PostMapping("/sperren/{account:[1-9][0-9]{0,17}}/aufhebung")
  ResponseEntity<String> lift(
      @PathVariable long account,
      @RequestParam(defaultValue = "") String begruendung,
      Reader moderator,
      Actor from) {
    try {
      String statement = Prose.needed("statement", "moderation.statement-missing", begruendung);
      moderation.lift(moderator, from, new AccountId(account), statement, frames.now());
    } catch (Failure refused) {
      Problems problems = Problems.of(Messages.of(moderator.language()), refused);
      return ModerationFrames.refused(refused, suspended(moderator, problems));
    }
    return ModerationFrames.seeOther("/moderation/sperren");
  }

  private String suspended(Reader moderator, Problems problems) {
    Messages words = Messages.of(moderator.language());
    List<SuspendedView> rows =
        suspensions.all().stream().flatMap(held -> view(held).stream()).toList();
    return templates
        .moderationSuspended(
            frames.frame(words, "moderation.suspended-title"),
            rows,
            moderator,
            problems,
            frames.times(words))
        .render();
  }

  private Optional<SuspendedView> view(Suspensions.Suspension held) {
    return addressees
        .find(held.account())
        .map(somebody -> new SuspendedView(held, somebody.name()));
  }
}
