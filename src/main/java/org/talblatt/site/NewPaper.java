package org.talblatt.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.Failure;
import org.talblatt.identity.NewAccount;
import org.talblatt.paper.Paper;
import org.talblatt.platform.text.Slug;

/** A paper as its first administrator wants it: everything a first issue needs, checked. */
record NewPaper(Paper paper, List<Section> sections, NewAccount administrator) {
  private static final int LONGEST = 60;
  private static final int LONGEST_MOTTO = 120;
  private static final int MOST_SECTIONS = 30;

  /**
   * From what was typed.
   *
   * @throws Failure naming every field that is wrong
   */
  static NewPaper parse(SetupForm form, String password, String language) {
    Map<String, String> problems = new LinkedHashMap<>();
    Named named = named(form, language, problems);
    NewAccount account = null;
    try {
      account = NewAccount.withGoodPassword(form.name(), form.email(), password, language);
    } catch (Failure wrong) {
      problems.putAll(wrong.fields());
    }
    if (account == null || !problems.isEmpty()) {
      throw Failure.invalid(problems);
    }
    return new NewPaper(named.paper(), named.sections(), account);
  }

  /** Title and sections alone. */
  record Named(Paper paper, List<Section> sections) {
    /**
     * From what was typed.
     *
     * @throws Failure naming every field that is wrong
     */
    static Named parse(SetupForm form, String language) {
      Map<String, String> problems = new LinkedHashMap<>();
      Named named = named(form, language, problems);
      if (!problems.isEmpty()) {
        throw Failure.invalid(problems);
      }
      return named;
    }
  }

  private static Named named(SetupForm form, String language, Map<String, String> problems) {
    String name = form.paper().strip();
    if (name.isEmpty() || name.length() > LONGEST || unprintable(name)) {
      problems.put("paper", "site.setup-paper-wrong");
    }
    String motto = form.motto().strip();
    if (motto.length() > LONGEST_MOTTO || unprintable(motto)) {
      problems.put("motto", "site.setup-motto-wrong");
    }
    List<Section> sections = sections(form.sections(), language);
    if (sections == null) {
      problems.put("sections", "site.setup-sections-wrong");
    }
    return new Named(new Paper(name, motto, language), sections == null ? List.of() : sections);
  }

  /** Null where a name is none, is taken by the program or stands twice. */
  private static @Nullable List<Section> sections(String lines, String language) {
    List<Section> sections = new ArrayList<>();
    List<String> slugs = new ArrayList<>();
    for (String line : lines.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      String slug = Slug.of(line);
      if (line.length() > LONGEST
          || unprintable(line)
          || Sections.reserved(slug)
          || slugs.contains(slug)) {
        return null;
      }
      slugs.add(slug);
      sections.add(new Section(slug, line, slugs.size(), language));
    }
    return sections.isEmpty() || sections.size() > MOST_SECTIONS ? null : sections;
  }

  private static boolean unprintable(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }
}
