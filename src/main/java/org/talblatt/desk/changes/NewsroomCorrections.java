package org.talblatt.desk.changes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.article.Corrections;
import org.talblatt.article.LegalReplies;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.paper.Actor;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Storable;
import org.talblatt.platform.text.Times;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireList;
import talblatt.template.Templates;

/** What was and what is to be corrected: agencies' updates that wait, notes, legal replies. */
@Controller
@RequestMapping("/redaktion/korrekturen")
class NewsroomCorrections {
  private static final int ROWS = 50;
  private static final int LOOKED_THROUGH = 300;
  private static final int NOTE = 1000;

  private final Wire wire;
  private final Corrections corrections;
  private final LegalReplies replies;
  private final Correcting correcting;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;

  NewsroomCorrections(
      Wire wire,
      Corrections corrections,
      LegalReplies replies,
      Correcting correcting,
      IdentityFrames frames,
      Templates templates,
      Settings settings) {
    this.wire = wire;
    this.corrections = corrections;
    this.replies = replies;
    this.correcting = correcting;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
  }

  @GetMapping
  ResponseEntity<String> list(@RequestParam @Nullable String fertig, Reader editor) {
    return page(200, fertig == null ? "" : "changes.saved", false, editor);
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}")
  ResponseEntity<String> change(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String notiz,
      @RequestParam @Nullable String verborgen,
      Reader editor,
      Actor actor) {
    try {
      if (notiz.length() > NOTE) {
        throw Failure.invalid("notiz", "changes.too-long", NOTE);
      }
      correcting.change(id, Storable.of(notiz), verborgen != null, editor, actor);
      return IdentityFrames.seeOther("/redaktion/korrekturen?fertig=1").build();
    } catch (Failure refused) {
      if (refused.kind() != Failure.Kind.INVALID) {
        throw refused;
      }
      return page(
          422,
          Messages.of(editor.language()).get(refused.key(), refused.arguments()),
          true,
          editor);
    }
  }

  private ResponseEntity<String> page(int status, String said, boolean problem, Reader editor) {
    List<WireEntry> waiting =
        wire.list(WireList.INBOX, null, LOOKED_THROUGH).stream()
            .filter(WireEntry::updateWaits)
            .toList();
    Messages words = Messages.of(editor.language());
    return IdentityFrames.answer(
        status,
        templates
            .changesNewsroom(
                frames.frame(editor, "changes.corrections"),
                waiting,
                corrections.newest(ROWS),
                replies.newest(ROWS),
                said.equals("changes.saved") ? words.get(said) : said,
                problem,
                new Times(settings.zone(), words.locale()))
            .render());
  }
}
