package org.talblatt.desk.routing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.talblatt.article.Section;
import org.talblatt.wire.WireEntry;

/**
 * Which section an agency item belongs to: by its desk, else by its media topics, among the
 * sections that this paper has. A guess that an editor can change.
 */
public final class SectionRule {
  private static final List<String> POLITICS = List.of("politik", "politica", "news", "welt");
  private static final List<String> ECONOMY = List.of("wirtschaft", "economia", "geld");
  private static final List<String> CULTURE = List.of("kultur", "cultura", "feuilleton");
  private static final List<String> SPORT = List.of("sport");
  private static final List<String> CHRONICLE =
      List.of("chronik", "panorama", "vermischtes", "cronaca", "lokales");

  /** Desks of dpa by name, of APA by their first letter. */
  private static final Map<String, List<String>> DESKS =
      Map.ofEntries(
          Map.entry("dpacat:pl", POLITICS),
          Map.entry("dpacat:wi", ECONOMY),
          Map.entry("dpacat:ku", CULTURE),
          Map.entry("dpacat:sp", SPORT),
          Map.entry("dpacat:vm", CHRONICLE),
          Map.entry("apadesk:ai", POLITICS),
          Map.entry("apadesk:ap", POLITICS),
          Map.entry("apadesk:ii", POLITICS),
          Map.entry("apadesk:ip", POLITICS),
          Map.entry("apadesk:wi", ECONOMY),
          Map.entry("apadesk:wa", ECONOMY),
          Map.entry("apadesk:ki", CULTURE),
          Map.entry("apadesk:ka", CULTURE),
          Map.entry("apadesk:si", SPORT),
          Map.entry("apadesk:sa", SPORT),
          Map.entry("apadesk:ci", CHRONICLE),
          Map.entry("apadesk:ca", CHRONICLE));

  /** The first two figures of a top-level media topic or of an old subject code. */
  private static final Map<String, List<String>> TOPICS =
      Map.of(
          "01", CULTURE, "02", CHRONICLE, "03", CHRONICLE, "04", ECONOMY, "11", POLITICS, "15",
          SPORT, "16", POLITICS, "17", CHRONICLE, "10", CHRONICLE, "14", CHRONICLE);

  private SectionRule() {}

  /**
   * Where an item belongs: where the rules put it, else as {@link #choose} has it.
   *
   * @param usual the slug of where what is from this provider comes out
   */
  public static String of(WireEntry entry, String usual, List<Section> sections) {
    String routed = entry.route().section();
    return sections.stream().anyMatch(section -> section.slug().equals(routed))
        ? routed
        : choose(entry.codes(), usual, sections);
  }

  /**
   * The section's slug; the first of the paper where nothing fits.
   *
   * @param usual the slug of where what is from this provider comes out; may be no section
   */
  static String choose(List<String> codes, String usual, List<Section> sections) {
    return codes.stream()
        .map(code -> DESKS.get(code.toLowerCase(Locale.ROOT)))
        .filter(java.util.Objects::nonNull)
        .flatMap(wanted -> among(sections, wanted).stream())
        .findFirst()
        .or(() -> byTopic(codes, sections))
        .or(() -> sections.stream().map(Section::slug).filter(usual::equals).findFirst())
        .orElse(sections.getFirst().slug());
  }

  private static Optional<String> byTopic(List<String> codes, List<Section> sections) {
    return codes.stream()
        .filter(code -> code.matches("(medtop|subj):\\d{8}") && !code.startsWith("medtop:2"))
        .map(code -> TOPICS.get(code.substring(code.indexOf(':') + 1, code.indexOf(':') + 3)))
        .filter(java.util.Objects::nonNull)
        .flatMap(wanted -> among(sections, wanted).stream())
        .findFirst();
  }

  private static Optional<String> among(List<Section> sections, List<String> wanted) {
    return sections.stream()
        .map(Section::slug)
        .filter(slug -> wanted.stream().anyMatch(slug::contains))
        .findFirst();
  }
}
