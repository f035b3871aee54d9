package org.talblatt.desk.ways;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import org.talblatt.wire.Provider;
import org.talblatt.wire.Providers;
import talblatt.template.Templates;

/** Draws the providers' pages. */
@Component
class AgencyScreens {
  private static final Map<String, String> NOTES =
      Map.of(
          "gespeichert", "ways.done-saved",
          "entfernt", "ways.done-removed",
          "weg", "ways.done-way",
          "weg-entfernt", "ways.done-way-removed",
          "an", "ways.done-on",
          "aus", "ways.done-off",
          "blick", "ways.done-look",
          "vertraut", "ways.done-trusted",
          "entzogen", "ways.done-revoked");

  private final Providers providers;
  private final WayHealths healths;
  private final WayKeys keys;
  private final WayLines lines;
  private final Sections sections;
  private final DropFolders folders;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;

  AgencyScreens(
      Providers providers,
      WayHealths healths,
      WayKeys keys,
      WayLines lines,
      Sections sections,
      DropFolders folders,
      IdentityFrames frames,
      Templates templates,
      Settings settings) {
    this.providers = providers;
    this.healths = healths;
    this.keys = keys;
    this.lines = lines;
    this.sections = sections;
    this.folders = folders;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
  }

  /**
   * What a page says besides.
   *
   * @param done a word of an address; empty for nothing
   * @param key a new key, to be shown once
   * @param form as typed, where it was refused
   * @param way the one whose form was refused, 0 for one that was to be added, -1 for none
   */
  record Shown(
      String done,
      @Nullable String key,
      @Nullable Failure refused,
      @Nullable AgencyForm form,
      long way,
      WayForm.Typed typed) {
    static Shown note(String done) {
      return new Shown(done, null, null, null, -1, WayForm.Typed.EMPTY);
    }

    static Shown key(String key) {
      return new Shown("", key, null, null, -1, WayForm.Typed.EMPTY);
    }

    static Shown refused(Failure refused, AgencyForm form) {
      return new Shown("", null, refused, form, -1, WayForm.Typed.EMPTY);
    }

    static Shown refused(Failure refused, long way, WayForm.Typed typed) {
      return new Shown("", null, refused, null, way, typed);
    }
  }

  ResponseEntity<String> list(
      Reader reader, AgencyForm form, String done, @Nullable Failure refused) {
    Messages words = Messages.of(reader.language());
    List<Section> all = sections.all();
    Map<String, WayHealth> worst = new HashMap<>();
    healths.all().forEach(health -> worst.merge(health.way().provider(), health, WayLines::worse));
    List<AgenciesView.Line> agencies =
        providers.all().stream()
            .map(each -> line(each, worst.get(each.name()), all, words))
            .toList();
    AgenciesView view =
        new AgenciesView(
            agencies, providers.strangers(), form, all, reader.has(Role.ADMINISTRATOR));
    return IdentityFrames.answer(
        status(refused),
        templates
            .waysAgencies(
                frames.frame(reader, "ways.title"),
                view,
                note(done, words),
                problem(refused, words))
            .render());
  }

  private AgenciesView.Line line(
      Provider provider, @Nullable WayHealth health, List<Section> all, Messages words) {
    String section =
        all.stream()
            .filter(each -> each.slug().equals(provider.section()))
            .map(Section::name)
            .findFirst()
            .orElse(words.get("ways.by-topic"));
    String unread =
        words.get("ways.unread." + provider.unread().name().toLowerCase(words.locale()));
    return new AgenciesView.Line(
        provider.name(),
        provider.title(),
        section + " · " + unread,
        health == null ? AgencyView.State.NEW : WayLines.state(health),
        health == null ? "" : lines.health(health, words, times(words)));
  }

  ResponseEntity<String> agency(Reader reader, String name, Shown shown) {
    Provider provider =
        providers.all().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(Failure::notFound);
    Messages words = Messages.of(reader.language());
    boolean changes = reader.has(Role.ADMINISTRATOR);
    AgencyView view =
        new AgencyView(
            name,
            provider.title(),
            shown.form() == null ? AgencyForm.of(provider) : shown.form(),
            sections.all(),
            changes,
            lines(name, shown, changes, words),
            changes ? keys(name, words) : List.of(),
            shown.key(),
            settings.links().absolute("/api/v1/deliveries/" + name),
            folders.of(name).toString(),
            lines.fields(
                0, false, shown.way() == 0 ? shown.typed() : WayForm.Typed.EMPTY, false, words));
    return IdentityFrames.answer(
        status(shown.refused()),
        templates
            .waysAgency(
                frames.frame(reader, "ways.title"),
                view,
                note(shown.done(), words),
                problem(shown.refused(), words))
            .render());
  }

  private List<AgencyView.Line> lines(String name, Shown shown, boolean changes, Messages words) {
    return healths.of(name).stream()
        .map(
            health ->
                lines.line(
                    health,
                    changes,
                    shown.way() == health.way().id() ? shown.typed() : null,
                    words,
                    times(words)))
        .toList();
  }

  private List<AgencyView.Key> keys(String name, Messages words) {
    Times times = times(words);
    return keys.of(name).stream()
        .map(
            key -> {
              String made = words.get("ways.key-made", times.brief(key.createdAt()));
              String used =
                  key.usedAt() == null
                      ? words.get("ways.key-unused")
                      : words.get("ways.key-used", times.brief(key.usedAt()));
              return new AgencyView.Key(key.id(), key.beginning() + "…", made + " " + used);
            })
        .toList();
  }

  private Times times(Messages words) {
    return new Times(settings.zone(), words.locale());
  }

  private static int status(@Nullable Failure refused) {
    return refused == null ? 200 : refused.kind().status();
  }

  private static @Nullable String note(String done, Messages words) {
    String key = NOTES.get(done);
    return key == null ? null : words.get(key);
  }

  private static @Nullable String problem(@Nullable Failure refused, Messages words) {
    return refused == null ? null : words.get(refused.key(), refused.arguments());
  }
}
