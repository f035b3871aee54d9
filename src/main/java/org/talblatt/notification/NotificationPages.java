package org.talblatt.notification;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** The bell: what concerns a reader, how much of it is new, and the way out of the mails. */
@Controller
@RequestMapping("/mitteilungen")
class NotificationPages {
  private static final int PAGE = 50;

  private final Bell bell;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;

  NotificationPages(Bell bell, IdentityFrames frames, Templates templates, Settings settings) {
    this.bell = bell;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
  }

  /** What the bell shows; a hundred stands for more. */
  record Count(int unread) {}

  @GetMapping
  ResponseEntity<String> list(Reader reader, @RequestParam @Nullable Long vor) {
    List<Notification> found = bell.list(reader, vor == null ? Long.MAX_VALUE : vor, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Notification> shown = more ? found.subList(0, PAGE) : found;
    NotificationsView view =
        new NotificationsView(
            shown,
            bell.unread(reader),
            more ? "/mitteilungen?vor=" + shown.getLast().id() : null,
            bell.choice(reader.account()).mail() != NotificationChoice.Rhythm.OFF,
            new Times(settings.zone(), Messages.of(reader.language()).locale()));
    return IdentityFrames.answer(
        200, templates.notificationList(frames.frame(reader, "notification.title"), view).render());
  }

  @GetMapping("/anzahl")
  ResponseEntity<Count> count(Reader reader) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(new Count(bell.unread(reader)));
  }

  /** Sent by the button, or by the page once it was shown. */
  @PostMapping("/gelesen")
  ResponseEntity<Void> read(Reader reader, @RequestParam(defaultValue = "0") long bis) {
    bell.read(reader, bis);
    return IdentityFrames.seeOther("/mitteilungen").build();
  }

  /** Only asks: a mail program that looks at every link must not switch anything off. */
  @GetMapping("/abbestellen")
  ResponseEntity<String> ask(@RequestParam(defaultValue = "") String schluessel) {
    return unsubscribing(200, schluessel, "notification.unsubscribe-ask");
  }

  /** By the button, or in one click by a mail program (RFC 8058). */
  @PostMapping("/abbestellen")
  ResponseEntity<String> unsubscribe(@RequestParam(defaultValue = "") String schluessel) {
    UUID key = key(schluessel);
    return key != null && bell.unsubscribe(key)
        ? unsubscribing(200, "", "notification.unsubscribed")
        : unsubscribing(404, "", "notification.unsubscribe-unknown");
  }

  private ResponseEntity<String> unsubscribing(int status, String key, String text) {
    return IdentityFrames.answer(
        status,
        templates
            .notificationUnsubscribe(
                frames.frame("notification.unsubscribe"), key, frames.messages().get(text))
            .render());
  }

  private static @Nullable UUID key(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException noKey) {
      return null;
    }
  }
}
