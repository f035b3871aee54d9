package org.talblatt.moderation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Addressees;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Suspensions;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/**
 * What was decided, for whom it concerns: below their account, and by a mailed link for who has no
 * account or may not log in any more.
 */
@Controller
class CasePages {
  private static final String MINE = "/konto/meldungen";
  private static final String BY_LINK = "/widerspruch";

  private final Cases cases;
  private final CaseLinks links;
  private final Objections objections;
  private final Suspensions suspensions;
  private final Addressees addressees;
  private final ModerationFrames frames;
  private final Templates templates;

  CasePages(
      Cases cases,
      CaseLinks links,
      Objections objections,
      Suspensions suspensions,
      Addressees addressees,
      ModerationFrames frames,
      Templates templates) {
    this.cases = cases;
    this.links = links;
    this.objections = objections;
    this.suspensions = suspensions;
    this.addressees = addressees;
    this.frames = frames;
    this.templates = templates;
  }

  @GetMapping(MINE)
  ResponseEntity<String> mine(@RequestParam(defaultValue = "") String hinweis, Reader reader) {
    return ModerationFrames.answer(
        200, mine(reader, hinweis.equals("widerspruch"), CasesView.Typed.NONE));
  }

  @PostMapping(MINE + "/widersprueche")
  ResponseEntity<String> object(
      @RequestParam(defaultValue = "0") long entscheidung,
      @RequestParam(required = false) @Nullable Long meldung,
      @RequestParam(defaultValue = "") String text,
      Reader reader) {
    try {
      objections.object(reader.account(), entscheidung, meldung, text, frames.now());
    } catch (Failure refused) {
      Problems problems = Problems.of(Messages.of(reader.language()), refused);
      CasesView.Typed typed = new CasesView.Typed(entscheidung, meldung, text, problems);
      return ModerationFrames.refused(refused, mine(reader, false, typed));
    }
    return ModerationFrames.seeOther(MINE + "?hinweis=widerspruch");
  }

  private String mine(Reader reader, boolean objected, CasesView.Typed typed) {
    Messages words = Messages.of(reader.language());
    CasesView view =
        new CasesView(
            cases.against(reader.account()),
            cases.reportedBy(reader.account()),
            suspensions.of(reader.account()).orElse(null),
            typed,
            frames.times(words),
            frames.now());
    return templates
        .moderationMine(
            frames.frame(words, "moderation.mine-title"),
            view,
            objected ? words.get("moderation.objected") : null)
        .render();
  }

  @GetMapping(BY_LINK)
  ResponseEntity<String> byLink(
      @RequestParam(defaultValue = "") String link,
      @RequestParam(defaultValue = "") String hinweis) {
    return opened(link)
        .map(
            found ->
                ModerationFrames.answer(
                    200, one(link, found, hinweis.equals("widerspruch"), CasesView.Typed.NONE)))
        .orElseGet(this::ended);
  }

  @PostMapping(BY_LINK)
  ResponseEntity<String> objectByLink(
      @RequestParam(defaultValue = "") String link, @RequestParam(defaultValue = "") String text) {
    Optional<CaseLinks.Opened> opened = links.find(link);
    Optional<Case> found = opened(link);
    if (opened.isEmpty() || found.isEmpty()) {
      return ended();
    }
    long decision = opened.get().decision();
    Long report = opened.get().report();
    try {
      objections.object(null, decision, report, text, frames.now());
    } catch (Failure refused) {
      Problems problems = Problems.of(words(found.get()), refused);
      CasesView.Typed typed = new CasesView.Typed(decision, report, text, problems);
      return ModerationFrames.refused(refused, one(link, found.get(), false, typed));
    }
    return ModerationFrames.seeOther(BY_LINK + "?hinweis=widerspruch&link=" + link);
  }

  private Optional<Case> opened(String link) {
    return links.find(link).flatMap(opened -> cases.find(opened.decision(), opened.report()));
  }

  private String one(String link, Case found, boolean objected, CasesView.Typed typed) {
    Messages words = words(found);
    boolean reported = found.report() != null;
    CasesView view =
        new CasesView(
            reported ? List.of() : List.of(found),
            reported ? List.of(found) : List.of(),
            null,
            typed,
            frames.times(words),
            frames.now());
    return templates
        .moderationOne(
            frames.frame(words, "moderation.one-title"),
            view,
            link,
            objected ? words.get("moderation.objected") : null)
        .render();
  }

  private ResponseEntity<String> ended() {
    Messages words = frames.words();
    return ModerationFrames.answer(
        404, templates.moderationLinkEnded(frames.frame(words, "moderation.one-title")).render());
  }

  /** In the language of whom it concerns. */
  private Messages words(Case found) {
    AccountId account = found.concerns();
    Report report = found.report();
    return Messages.of(
        Optional.ofNullable(account)
            .flatMap(addressees::find)
            .map(Addressees.Addressee::language)
            .orElse(report == null ? frames.words().language() : report.language()));
  }
}
