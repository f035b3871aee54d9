package org.talblatt.identity.profile;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Monogram;
import org.talblatt.identity.Portrait;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.identity.Suspensions;
import org.talblatt.identity.mailcheck.BouncedAddresses;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** Draws the page of the own profile, also with what was typed and could not be saved. */
@Component
class ProfileSheet {
  private final Profiles profiles;
  private final Naming naming;
  private final BouncedAddresses bounced;
  private final Suspensions suspensions;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;

  ProfileSheet(
      Profiles profiles,
      Naming naming,
      BouncedAddresses bounced,
      Suspensions suspensions,
      IdentityFrames frames,
      Templates templates,
      Settings settings) {
    this.profiles = profiles;
    this.naming = naming;
    this.bounced = bounced;
    this.suspensions = suspensions;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
  }

  /** What stands in the fields that may be refused. */
  record Typed(String name, String line, boolean hidden) {
    Typed with(String typedLine, boolean typedHidden) {
      return new Typed(name, typedLine, typedHidden);
    }

    Typed withName(String typedName) {
      return new Typed(typedName, line, hidden);
    }
  }

  /** The page, with a piece of news where there is one. */
  ResponseEntity<String> page(Reader reader, @Nullable String noteKey) {
    String note = noteKey == null ? null : Messages.of(reader.language()).get(noteKey);
    return IdentityFrames.answer(200, html(reader, note, Map.of(), same -> same));
  }

  /** The same with what was typed; a failure that is about no field goes on. */
  ResponseEntity<String> refused(Reader reader, Failure refused, UnaryOperator<Typed> typed) {
    return refused(reader, refused, refused.fields(), typed);
  }

  /** As above, where the whole failure is about this field. */
  ResponseEntity<String> refused(Reader reader, Failure refused, String field) {
    return refused(reader, refused, Map.of(field, refused.key()), same -> same);
  }

  private ResponseEntity<String> refused(
      Reader reader, Failure refused, Map<String, String> fields, UnaryOperator<Typed> typed) {
    if (fields.isEmpty() && refused.retryAfter() == null) {
      throw refused;
    }
    Messages words = Messages.of(reader.language());
    Map<String, String> problems = new TreeMap<>();
    fields.forEach((name, key) -> problems.put(name, words.get(key, refused.arguments())));
    if (fields.isEmpty()) {
      problems.put("name", words.get(refused.key(), refused.arguments()));
    }
    return IdentityFrames.answer(
        refused,
        IdentityFrames.answer(
            refused.kind().status(), html(reader, null, Map.copyOf(problems), typed)));
  }

  private String html(
      Reader reader,
      @Nullable String note,
      Map<String, String> problems,
      UnaryOperator<Typed> typed) {
    Profiles.Profile profile = profiles.of(reader.account());
    Typed shown = typed.apply(new Typed(profile.name(), profile.line(), profile.hidden()));
    Times times = new Times(settings.zone(), Messages.of(reader.language()).locale());
    ProfileView view =
        new ProfileView(
            profile.name(),
            shown.name(),
            naming.closedUntil(profile.renamedAt()).map(times::day).orElse(null),
            profile.email(),
            profile.language(),
            shown.line(),
            shown.hidden(),
            new Portrait(profile.picture(), Monogram.of(profile.name())),
            reader.has(Role.EDITOR) || reader.has(Role.PUBLISHER),
            reader.has(Role.MODERATOR) || reader.has(Role.PUBLISHER),
            reader.has(Role.ADMINISTRATOR),
            bounced.marked(reader.account()),
            suspended(reader, times),
            note,
            problems);
    return templates.profileProfile(frames.frame(reader, "identity.account-title"), view).render();
  }

  /** Why and until when they may not write; null for who may. */
  private @Nullable String suspended(Reader reader, Times times) {
    Messages words = Messages.of(reader.language());
    return suspensions
        .of(reader.account())
        .map(
            held ->
                held.until() == null
                    ? words.get("discussion.suspended-open", held.reason())
                    : words.get(
                        "discussion.suspended-until", times.full(held.until()), held.reason()))
        .orElse(null);
  }
}
