package org.talblatt.desk.front;

import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.article.TakingBack;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Takes back what one did some seconds ago, and leads to where one was. */
@Controller
class UndoPages {
  private static final Pattern NEWSROOM = Pattern.compile("/redaktion[A-Za-z0-9/?&=._~%-]{0,300}");

  private final TakingBack undo;
  private final IdentityFrames frames;
  private final Templates templates;

  UndoPages(TakingBack undo, IdentityFrames frames, Templates templates) {
    this.undo = undo;
    this.frames = frames;
    this.templates = templates;
  }

  @PostMapping("/redaktion/ruecknahmen/{id:[1-9][0-9]{0,17}}")
  ResponseEntity<String> takeBack(
      @PathVariable long id, @RequestParam(defaultValue = "") String nach, Reader editor) {
    String back = NEWSROOM.matcher(nach).matches() ? nach : "/redaktion";
    try {
      undo.takeBack(id, editor);
    } catch (Failure refused) {
      if (refused.kind() != Failure.Kind.CONFLICT) {
        throw refused;
      }
      String why = Messages.of(editor.language()).get(refused.key(), refused.arguments());
      return IdentityFrames.answer(
          refused.kind().status(),
          templates.frontLate(frames.frame(editor, "front.undo-title"), why, back).render());
    }
    return IdentityFrames.seeOther(back).build();
  }
}
