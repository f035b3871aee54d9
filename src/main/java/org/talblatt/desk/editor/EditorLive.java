package org.talblatt.desk.editor;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.Reader;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/** What the open editor sends by itself: its text every few seconds, and that somebody is there. */
@RestController
@RequestMapping(EditorPages.PATH)
class EditorLive {
  private final ArticleDesk desk;
  private final EditorViews views;
  private final Settings settings;
  private final Clock clock;

  EditorLive(ArticleDesk desk, EditorViews views, Settings settings, Clock clock) {
    this.desk = desk;
    this.views = views;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * How it stands.
   *
   * @param revision of the working copy, to be sent with the next one
   * @param joined whether another window of the same person wrote, too
   * @param saved a sentence; empty where nothing was to be kept
   * @param notices who else is there and what they did
   */
  record Status(int revision, boolean joined, String saved, List<String> notices) {}

  @PostMapping("/sicherung")
  ResponseEntity<Status> keep(
      @PathVariable long id, @RequestParam Map<String, String> typed, Reader editor) {
    ArticleId article = new ArticleId(id);
    Edit edit = views.edit(article, typed);
    ArticleDesk.Kept kept = desk.keep(article, edit, editor);
    Messages words = Messages.of(editor.language());
    String clockTime = new Times(settings.zone(), words.locale()).clock(clock.instant());
    return answer(
        new Status(
            kept.revision(),
            kept.joined(),
            words.get("editor.saved-at", clockTime),
            views.notices(article, edit.basis(), editor)));
  }

  @PostMapping("/anwesenheit")
  ResponseEntity<Status> present(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") int basis,
      @RequestParam(defaultValue = "0") int stand,
      Reader editor) {
    ArticleId article = new ArticleId(id);
    desk.present(article, editor);
    return answer(new Status(stand, false, "", views.notices(article, basis, editor)));
  }

  private static ResponseEntity<Status> answer(Status status) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore().cachePrivate()).body(status);
  }
}
