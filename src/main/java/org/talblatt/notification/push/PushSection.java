package org.talblatt.notification.push;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talblatt.identity.Reader;
import org.talblatt.identity.SessionToken;
import org.talblatt.notification.ChoiceSection;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** The devices, on the page of what a reader wants to hear of. */
@Component
class PushSection implements ChoiceSection {
  private final Pushing pushing;
  private final Templates templates;
  private final Settings settings;

  PushSection(Pushing pushing, Templates templates, Settings settings) {
    this.pushing = pushing;
    this.templates = templates;
    this.settings = settings;
  }

  @Override
  public Optional<Content> section(Reader reader, Optional<SessionToken> session, Messages words) {
    List<PushDevice> devices = pushing.of(reader, session);
    return pushing.offered() || !devices.isEmpty()
        ? Optional.of(
            templates.notificationPush(
                words,
                new PushView(
                    devices, pushing.offered(), new Times(settings.zone(), words.locale()))))
        : Optional.empty();
  }
}
