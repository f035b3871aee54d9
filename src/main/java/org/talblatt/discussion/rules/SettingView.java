package org.talblatt.discussion.rules;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.Section;
import org.talblatt.platform.text.Messages;

/**
 * The settings of the paper or of one section, ready for their template.
 *
 * @param section whose settings these are; null for the paper's
 * @param paper what the paper has, for "as the paper"
 * @param own the sections that have something of their own
 * @param wrong the field that was refused; empty where none was
 * @param problem why, empty as well
 */
public record SettingView(
    List<Section> sections,
    @Nullable Section section,
    SettingForm form,
    SettingForm paper,
    List<String> own,
    String wrong,
    String problem,
    Messages words) {

  /** Whether this is a section's page. */
  public boolean ofSection() {
    return section != null;
  }

  public String title() {
    return section == null ? words.get("rules.of-paper") : section.name();
  }

  /** The value of the hidden field that says whose settings these are. */
  public String slug() {
    return section == null ? "" : section.slug();
  }

  /** Whether the link to a section's page, or to the paper's, is this page's own. */
  public boolean current(@Nullable Section other) {
    return Objects.equals(section, other);
  }

  /** Whether a section differs from the paper. */
  public boolean differs(Section other) {
    return own.contains(other.slug());
  }

  /** "wie die Zeitung (Neueste)"; the key's words for what the paper has. */
  public String asPaper(String name, String prefix) {
    return words.get("rules.as-paper", words.get(prefix + paper.get(name)));
  }

  /** What a section's empty number stands for. */
  public @Nullable String placeholder(String name) {
    return section == null ? null : words.get("rules.as-paper", paper.get(name));
  }

  /** The sentence under a field that was refused; null for the others. */
  public @Nullable String problemOf(String name) {
    return wrong.equals(name) ? problem : null;
  }
}
