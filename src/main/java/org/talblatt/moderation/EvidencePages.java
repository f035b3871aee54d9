package org.talblatt.moderation;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.paper.Actor;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** The sealed store, for moderators. */
@Controller
@RequestMapping("/moderation/beweise")
class EvidencePages {
  private final EvidenceStore store;
  private final ModerationFrames frames;
  private final Templates templates;

  EvidencePages(EvidenceStore store, ModerationFrames frames, Templates templates) {
    this.store = store;
    this.frames = frames;
    this.templates = templates;
  }

  @GetMapping
  ResponseEntity<String> list(Reader moderator) {
    return ModerationFrames.answer(200, list(moderator, Problems.NONE));
  }

  /**
   * Looking leaves a line in the audit log, so it is a post; the text has no address of its own.
   */
  @PostMapping("/{id:[1-9][0-9]{0,17}}/einsichten")
  ResponseEntity<String> look(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String zweck,
      Reader moderator,
      Actor from) {
    Messages words = Messages.of(moderator.language());
    try {
      Evidence evidence = store.look(moderator, from, id, zweck);
      return ModerationFrames.answer(
          200,
          templates
              .moderationEvidenceOne(
                  frames.frame(words, "moderation.evidence-title"),
                  evidence,
                  moderator,
                  frames.times(words))
              .render());
    } catch (Failure refused) {
      return ModerationFrames.refused(refused, list(moderator, Problems.of(words, refused)));
    }
  }

  private String list(Reader moderator, Problems problems) {
    Messages words = Messages.of(moderator.language());
    return templates
        .moderationEvidence(
            frames.frame(words, "moderation.evidence-title"),
            store.all(Sectioned.of(moderator)),
            moderator,
            problems,
            frames.times(words))
        .render();
  }
}
