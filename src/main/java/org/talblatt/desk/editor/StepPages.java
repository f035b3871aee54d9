package org.talblatt.desk.editor;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.platform.text.Shortened;
import org.talblatt.platform.text.Storable;

/** What is done with an article as it is stored. */
@Controller
@RequestMapping(EditorPages.PATH)
class StepPages {
  private static final int LONGEST_NOTE = 500;

  private final ArticleDesk desk;

  StepPages(ArticleDesk desk) {
    this.desk = desk;
  }

  @PostMapping("/termin/ruecknahme")
  ResponseEntity<String> unschedule(@PathVariable long id, Reader editor) {
    desk.unschedule(new ArticleId(id), editor);
    return done(id, "unscheduled");
  }

  @PostMapping("/rueckzug")
  ResponseEntity<String> withdraw(
      @PathVariable long id, @RequestParam(defaultValue = "") String grund, Reader editor) {
    String reason = Shortened.to(LONGEST_NOTE, Storable.of(grund).strip());
    desk.withdraw(new ArticleId(id), reason, editor);
    return done(id, "withdrawn");
  }

  @PostMapping("/wiederaufnahme")
  ResponseEntity<String> reopen(@PathVariable long id, Reader editor) {
    desk.reopen(new ArticleId(id), editor);
    return done(id, "reopened");
  }

  /** Throws the working copy away. */
  @PostMapping("/arbeitsstand/ruecknahme")
  ResponseEntity<String> discard(@PathVariable long id, Reader editor) {
    desk.discard(new ArticleId(id), editor);
    return done(id, "discarded");
  }

  private static ResponseEntity<String> done(long id, String word) {
    return IdentityFrames.seeOther(ArticleListPages.PATH + "/" + id + "?fertig=" + word).build();
  }
}
