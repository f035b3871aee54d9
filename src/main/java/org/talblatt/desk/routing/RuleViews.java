package org.talblatt.desk.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import org.talblatt.wire.MediaTopics;
import org.talblatt.wire.WireRoute;
import org.talblatt.wire.WireRouting;
import org.talblatt.wire.WireSearch;

/** Puts together what the pages on rules show. */
@Component
class RuleViews {
  private static final int TRIED = 500;
  private static final int SHOWN = 100;
  private static final int WORDS_SHOWN = 8;

  private final Rulebook book;
  private final WireRouting items;
  private final WireSearch search;
  private final Sections sections;
  private final Settings settings;

  RuleViews(
      Rulebook book, WireRouting items, WireSearch search, Sections sections, Settings settings) {
    this.book = book;
    this.items = items;
    this.search = search;
    this.sections = sections;
    this.settings = settings;
  }

  RuleView.All all(
      Messages words,
      Reader reader,
      @Nullable String typed,
      @Nullable Failure refused,
      boolean done) {
    List<Section> known = sections.all();
    return new RuleView.All(
        book.all().stream().map(rule -> line(words, rule, known)).toList(),
        typed == null ? PlaceForm.of(book.places()) : typed,
        refused == null ? null : words.get(refused.key(), refused.arguments()),
        done,
        changes(reader));
  }

  RuleView.One one(Messages words, long id, RuleForm form, @Nullable Failure refused) {
    return new RuleView.One(
        id,
        form,
        sections.all(),
        search.providers(),
        MediaTopics.tops().stream()
            .map(code -> MediaTopics.name(code, words.language()).orElse(code))
            .toList(),
        refused == null ? "" : String.join("", refused.fields().keySet()),
        refused == null ? null : words.get(refused.key(), refused.arguments()));
  }

  RuleForm form(Messages words, Rule rule) {
    return RuleForm.of(rule, rule.title(words));
  }

  /** What the rule, switched on or not, says of the last items. */
  RuleView.Trial trial(Messages words, Rule rule, Reader reader) {
    Conditions conditions = new Conditions(rule.fits());
    List<WireRouting.Sight> last = items.newest(TRIED);
    List<WireRouting.Sight> fitting =
        last.stream().filter(item -> conditions.fit(item.facts())).toList();
    return new RuleView.Trial(
        line(words, rule, sections.all()),
        last.size(),
        fitting.size(),
        fitting.stream().limit(SHOWN).map(WireRouting.Sight::entry).toList(),
        changes(reader),
        new Times(settings.zone(), words.locale()));
  }

  private static boolean changes(Reader reader) {
    return reader.has(Role.EDITOR) && reader.rights().everywhere(Role.EDITOR);
  }

  private static RuleView.Line line(Messages words, Rule rule, List<Section> sections) {
    return new RuleView.Line(
        rule.id(),
        rule.title(words),
        rule.active(),
        rule.preset() != null,
        fits(words, rule.fits()),
        does(words, rule.does(), sections));
  }

  private static List<String> fits(Messages words, Rule.Fits fits) {
    List<String> told = new ArrayList<>();
    tell(told, words, "routing.fits-providers", fits.providers());
    tell(
        told,
        words,
        "routing.fits-topics",
        fits.topics().stream()
            .map(topic -> MediaTopics.name(topic, words.language()).orElse(topic))
            .toList());
    tell(told, words, "routing.fits-places", fits.places());
    tell(told, words, "routing.fits-languages", fits.languages());
    tell(told, words, fits.onlyTitle() ? "routing.fits-title" : "routing.fits-words", fits.words());
    if (fits.urgency() != null) {
      told.add(words.get("routing.fits-urgency", fits.urgency()));
    }
    return told.size() < 2 || !fits.anyOf()
        ? told
        : List.of(String.join(" " + words.get("routing.or") + " ", told));
  }

  private static void tell(List<String> told, Messages words, String key, List<String> values) {
    if (!values.isEmpty()) {
      String some = String.join(", ", values.stream().limit(WORDS_SHOWN).toList());
      told.add(words.get(key, values.size() > WORDS_SHOWN ? some + " …" : some));
    }
  }

  private static List<String> does(Messages words, Rule.Does does, List<Section> sections) {
    List<String> told = new ArrayList<>();
    if (does.action() != WireRoute.Action.NONE) {
      told.add(words.get("routing.action-" + does.action().name().toLowerCase(Locale.ROOT)));
    }
    String section = does.section();
    if (section != null) {
      String name =
          sections.stream()
              .filter(known -> known.slug().equals(section))
              .map(Section::name)
              .findFirst()
              .orElse(section);
      told.add(words.get("routing.does-section", name));
    }
    if (does.lift() != 0) {
      told.add(words.get(does.lift() > 0 ? "routing.does-up" : "routing.does-down"));
    }
    if (!does.discussion().isEmpty()) {
      told.add(words.get("routing.does-talk-" + does.discussion()));
    }
    return told;
  }
}
