package org.talblatt.widget;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.talblatt.base.Failure;
import org.talblatt.platform.text.Storable;

/**
 * What an administrator typed about a site.
 *
 * @param herkunft one origin a line
 * @param parameter names, by blanks
 */
public record SiteForm(
    String kuerzel,
    String name,
    String herkunft,
    String ressort,
    String parameter,
    boolean signiert) {
  static final SiteForm EMPTY = new SiteForm("", "", "", "", "", false);

  /** The demo's sample page stands under it. */
  private static final String SAMPLE = "beispiel";

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final Pattern QUERY_NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final int LONGEST_SLUG = 40;
  private static final int LONGEST_NAME = 80;
  private static final int MOST_ORIGINS = 20;
  private static final int MOST_NAMES = 10;
  private static final int LONGEST = 10_000;

  static SiteForm of(Site site) {
    return new SiteForm(
        site.slug(),
        site.name(),
        String.join("\n", site.origins()),
        site.section(),
        String.join(" ", site.queryNames()),
        site.pagesSigned());
  }

  /** The site that was meant; a Failure says what is wrong. */
  Site site() {
    if (!SLUG.matcher(kuerzel).matches()
        || kuerzel.length() > LONGEST_SLUG
        || kuerzel.equals(SAMPLE)) {
      throw Failure.invalid("kuerzel", "widget.slug-wrong");
    }
    String called = name.strip();
    if (called.isEmpty()
        || called.codePointCount(0, called.length()) > LONGEST_NAME
        || called.chars().anyMatch(Character::isISOControl)
        || !Storable.is(called)) {
      throw Failure.invalid("name", "widget.name-wrong");
    }
    return new Site(
        kuerzel, called, origins(), ressort, queryNames(), signiert, new SignOnKey.None());
  }

  private List<String> origins() {
    Set<String> origins = new LinkedHashSet<>();
    if (herkunft.length() > LONGEST) {
      throw Failure.invalid("herkunft", "widget.origins-wrong", "…");
    }
    for (String line : herkunft.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      origins.add(
          Origin.parse(line)
              .orElseThrow(() -> Failure.invalid("herkunft", "widget.origins-wrong", line))
              .value());
    }
    if (origins.isEmpty() || origins.size() > MOST_ORIGINS) {
      throw Failure.invalid("herkunft", "widget.origins-wrong", herkunft.isBlank() ? "–" : "…");
    }
    return List.copyOf(origins);
  }

  private List<String> queryNames() {
    List<String> names = new ArrayList<>();
    for (String name : parameter.strip().split("[\\s,]+")) {
      if (!name.isEmpty() && !names.contains(name)) {
        names.add(name);
      }
    }
    if (names.size() > MOST_NAMES
        || !names.stream().allMatch(each -> QUERY_NAME.matcher(each).matches())) {
      throw Failure.invalid("parameter", "widget.query-wrong");
    }
    return names;
  }
}
