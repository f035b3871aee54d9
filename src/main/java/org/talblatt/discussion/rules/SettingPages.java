package org.talblatt.discussion.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.Failure;
import org.talblatt.discussion.TalkSetting;
import org.talblatt.discussion.TalkSettings;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Actor;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Where administrators and publishers say how the talk works, for the paper and by section. */
@Controller
@RequestMapping(SettingPages.PATH)
class SettingPages {
  static final String PATH = "/verwaltung/diskussion";

  private final TalkSettings settings;
  private final Sections sections;
  private final IdentityFrames frames;
  private final Templates templates;

  SettingPages(
      TalkSettings settings, Sections sections, IdentityFrames frames, Templates templates) {
    this.settings = settings;
    this.sections = sections;
    this.frames = frames;
    this.templates = templates;
  }

  @GetMapping
  ResponseEntity<String> form(
      @RequestParam(defaultValue = "") String ressort,
      @RequestParam @Nullable String fertig,
      Reader reader) {
    Section section = section(ressort);
    SettingForm form = SettingForm.of(settings.stored(section == null ? null : ressort));
    return page(200, reader, view(reader, section, form, null), fertig != null);
  }

  @PostMapping
  ResponseEntity<String> change(
      @RequestParam(defaultValue = "") String ressort,
      @RequestParam Map<String, String> typed,
      Reader reader,
      Actor actor) {
    Section section = section(ressort);
    SettingForm form = SettingForm.typed(typed);
    try {
      TalkSetting setting = form.parse();
      settings.change(section == null ? null : ressort, setting, actor);
    } catch (Failure refused) {
      return page(refused.kind().status(), reader, view(reader, section, form, refused), false);
    }
    String query = section == null ? "?fertig=1" : "?ressort=" + section.slug() + "&fertig=1";
    return IdentityFrames.seeOther(PATH + query).build();
  }

  private @Nullable Section section(String slug) {
    return slug.isEmpty() ? null : sections.find(slug).orElseThrow(Failure::notFound);
  }

  private SettingView view(
      Reader reader, @Nullable Section section, SettingForm form, @Nullable Failure refused) {
    Messages words = Messages.of(reader.language());
    List<Section> all = sections.all();
    return new SettingView(
        all,
        section,
        form,
        SettingForm.of(settings.stored(null)),
        all.stream().map(Section::slug).filter(slug -> settings.stored(slug).any()).toList(),
        refused == null ? "" : String.join("", refused.fields().keySet()),
        refused == null ? "" : words.get(refused.key(), refused.arguments()),
        words);
  }

  private ResponseEntity<String> page(int status, Reader reader, SettingView view, boolean done) {
    return IdentityFrames.answer(
        status,
        templates
            .rulesSettings(
                frames.frame(reader, "rules.nav"), view, done, reader.has(Role.ADMINISTRATOR))
            .render());
  }
}
