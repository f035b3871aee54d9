package org.talblatt.notification;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.discussion.Following;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.SessionToken;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** What a reader wants to hear of, and which talks they follow. */
@Controller
class ChoicePages {
  private static final Map<String, String> NOTES =
      Map.of(
          "gespeichert", "notification.saved",
          "verlassen", "notification.left",
          "geraet-an", "notification.push-switched-on",
          "geraet-aus", "notification.push-switched-off",
          "probe", "notification.push-trial-sent");

  private final Bell bell;
  private final Following following;
  private final ObjectProvider<ChoiceSection> sections;
  private final IdentityFrames frames;
  private final Templates templates;

  ChoicePages(
      Bell bell,
      Following following,
      ObjectProvider<ChoiceSection> sections,
      IdentityFrames frames,
      Templates templates) {
    this.bell = bell;
    this.following = following;
    this.sections = sections;
    this.frames = frames;
    this.templates = templates;
  }

  @GetMapping("/konto/mitteilungen")
  ResponseEntity<String> show(
      Reader reader,
      Optional<SessionToken> session,
      @RequestParam(defaultValue = "") String hinweis) {
    String note = NOTES.get(hinweis);
    Messages words = Messages.of(reader.language());
    ChoiceView view =
        new ChoiceView(
            bell.choice(reader.account()),
            following.of(reader),
            following.branchesOf(reader),
            sections
                .orderedStream()
                .flatMap(each -> each.section(reader, session, words).stream())
                .toList(),
            note == null ? null : words.get(note));
    return IdentityFrames.answer(
        200,
        templates.notificationChoices(frames.frame(reader, "notification.choices"), view).render());
  }

  @PostMapping("/konto/mitteilungen")
  ResponseEntity<Void> choose(
      Reader reader,
      @RequestParam Map<String, String> form,
      @RequestParam(defaultValue = "") String mail) {
    NotificationChoice.Rhythm rhythm =
        NotificationChoice.Rhythm.ofSlug(mail)
            .orElseThrow(() -> Failure.invalid("mail", "notification.mail-unknown"));
    NotificationChoice before = bell.choice(reader.account());
    bell.choose(reader, new NotificationChoice(wanted(form), rhythm, before.unsubscribe()));
    return IdentityFrames.seeOther("/konto/mitteilungen?hinweis=gespeichert").build();
  }

  /** What is ticked; a box that isn't is not sent. */
  private static Set<Notification.Kind> wanted(Map<String, String> form) {
    return Notification.Kind.choosable().stream()
        .filter(kind -> "true".equals(form.get(kind.field())))
        .collect(Collectors.toUnmodifiableSet());
  }
}
