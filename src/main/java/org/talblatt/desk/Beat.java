package org.talblatt.desk;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.Section;
import org.talblatt.desk.routing.SectionRule;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.text.Messages;
import org.talblatt.wire.Providers;
import org.talblatt.wire.WireEntry;

/**
 * What of the wire is somebody's business: all of it, what belongs to their sections, or nothing
 * for who only reads along.
 *
 * @param sections all of the paper's
 */
record Beat(Reader reader, List<Section> sections, Providers providers) {

  /** Whether everything is theirs, or nothing is and they see all. */
  boolean whole() {
    return !reader.has(Role.EDITOR) || reader.rights().everywhere(Role.EDITOR);
  }

  /** Whether they may change what is in this section; of a paper without any, who may all. */
  boolean holds(String section) {
    return section.isEmpty()
        ? reader.rights().everywhere(Role.EDITOR)
        : reader.has(Role.EDITOR, section);
  }

  /** The sections that they may publish in. */
  List<Section> own() {
    return sections.stream().filter(section -> holds(section.slug())).toList();
  }

  String names() {
    return own().stream().map(Section::name).collect(Collectors.joining(", "));
  }

  /**
   * The section that an item belongs to: where it stands, else where it would come out.
   *
   * @param path its article's; null where it has none
   */
  String section(WireEntry entry, @Nullable String path) {
    if (path != null) {
      return path.split("/", 3)[1];
    }
    return sections.isEmpty() ? "" : usual(entry);
  }

  private String usual(WireEntry entry) {
    return SectionRule.of(entry, providers.of(entry.provider()).section(), sections);
  }

  /** What they see only a part of; null where they see all. */
  @Nullable String part(Messages words) {
    return whole() ? null : words.get("desk.only-yours", names());
  }

  InboxView.Row row(WireEntry entry, String chosen, @Nullable String path) {
    String section = section(entry, path);
    String preset = !chosen.isEmpty() ? chosen : holds(section) ? section : first(section);
    boolean takes = path == null ? !own().isEmpty() || holds("") : holds(section);
    return new InboxView.Row(entry, preset, path, takes, holds(section));
  }

  private String first(String otherwise) {
    List<Section> own = own();
    return own.isEmpty() ? otherwise : own.getFirst().slug();
  }
}
