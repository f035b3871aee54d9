package org.talblatt.moderation;

import java.util.List;
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
import org.talblatt.base.Failure;
import org.talblatt.identity.Addressees;
import org.talblatt.identity.Reader;
import org.talblatt.paper.Actor;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Objections, for publishers. */
@Controller
@RequestMapping("/moderation/beschwerden")
class ComplaintPages {
  private final Objections objections;
  private final Complaints complaints;
  private final Cases cases;
  private final Addressees addressees;
  private final ModerationFrames frames;
  private final Templates templates;

  ComplaintPages(
      Objections objections,
      Complaints complaints,
      Cases cases,
      Addressees addressees,
      ModerationFrames frames,
      Templates templates) {
    this.objections = objections;
    this.complaints = complaints;
    this.cases = cases;
    this.addressees = addressees;
    this.frames = frames;
    this.templates = templates;
  }

  @GetMapping
  ResponseEntity<String> list(@RequestParam(defaultValue = "") String fertig, Reader publisher) {
    return ModerationFrames.answer(200, page(publisher, !fertig.isEmpty(), null));
  }

  /**
   * Confirms or reverses.
   *
   * @param ergebnis {@code confirmed}, {@code reversed}, or {@code removed} where a reporter was
   *     right and the comment goes
   */
  @PostMapping("/{id:[1-9][0-9]{0,17}}/entscheidung")
  ResponseEntity<String> decide(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String ergebnis,
      @ModelAttribute ModerationPages.Typed typed,
      Reader publisher,
      Actor from) {
    DecisionForm form = typed.form();
    try {
      objections.decide(publisher, from, id, finding(id, ergebnis, form), frames.now());
    } catch (Failure refused) {
      Problems problems = Problems.of(Messages.of(publisher.language()), refused);
      return ModerationFrames.refused(
          refused, page(publisher, false, new Refused(id, form, problems)));
    }
    return ModerationFrames.seeOther("/moderation/beschwerden?fertig=1");
  }

  private Objections.Finding finding(long id, String outcome, DecisionForm form) {
    if (outcome.equals("removed")) {
      return new Objections.Finding.Remove(form.parse(wordsOfAuthor(id), frames.now()));
    }
    String statement = Prose.needed("statement", "moderation.statement-missing", form.statement());
    return switch (outcome) {
      case "confirmed" -> new Objections.Finding.Confirm(statement);
      case "reversed" -> new Objections.Finding.Reverse(statement);
      default -> throw Failure.invalid("outcome", "moderation.decision-missing");
    };
  }

  private Messages wordsOfAuthor(long id) {
    Complaint complaint = complaints.find(id).orElseThrow(Failure::notFound);
    AccountId author =
        cases
            .find(complaint.decision(), complaint.report())
            .map(Case::decision)
            .map(Decision::account)
            .orElse(null);
    return Messages.of(
        Optional.ofNullable(author)
            .flatMap(addressees::find)
            .map(Addressees.Addressee::language)
            .orElse(null));
  }

  private record Refused(long id, DecisionForm form, Problems problems) {}

  private String page(Reader publisher, boolean done, @Nullable Refused refused) {
    Messages words = Messages.of(publisher.language());
    List<ComplaintView> open =
        complaints.open().stream()
            .flatMap(id -> complaints.find(id).stream())
            .flatMap(found -> cases.find(found.decision(), found.report()).stream())
            .map(about -> view(about, publisher, refused))
            .toList();
    return templates
        .moderationComplaints(
            frames.frame(words, "moderation.complaints-title"),
            open,
            publisher,
            done,
            gone(open, refused),
            frames.times(words))
        .render();
  }

  /** What is wrong with an answer to an objection that waits no more. */
  private static Problems gone(List<ComplaintView> open, @Nullable Refused refused) {
    if (refused == null) {
      return Problems.NONE;
    }
    long id = refused.id();
    return open.stream().noneMatch(one -> one.complaint().id() == id)
        ? refused.problems()
        : Problems.NONE;
  }

  private ComplaintView view(Case about, Reader publisher, @Nullable Refused refused) {
    Complaint complaint = java.util.Objects.requireNonNull(about.complaint());
    AccountId by = about.decision() == null ? null : about.decision().decidedBy();
    Refused again = refused != null && refused.id() == complaint.id() ? refused : null;
    return new ComplaintView(
        about,
        Optional.ofNullable(by)
            .flatMap(addressees::find)
            .map(Addressees.Addressee::name)
            .orElse("–"),
        publisher.account().equals(by)
            || publisher.account().equals(complaint.complainant())
            || (about.decision() != null && publisher.account().equals(about.decision().account())),
        again == null ? DecisionForm.EMPTY : again.form(),
        again == null ? Problems.NONE : again.problems());
  }
}
