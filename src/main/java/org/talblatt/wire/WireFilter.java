package org.talblatt.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a list one wants to see; what is empty or null is no condition.
 *
 * @param section where the rules put it
 * @param topic a code, or a name in any of our languages
 * @param place a code or a name, of the item or in its text
 * @param urgency at least so urgent
 * @param language the first part of a BCP 47 tag
 * @param words beginnings of words that all stand in it
 * @param near only what touches the paper's own places
 */
public record WireFilter(
    String provider,
    String section,
    String topic,
    String place,
    @Nullable Integer urgency,
    String language,
    WireItem.@Nullable Kind kind,
    String words,
    boolean near) {
  /** Everything. */
  public static final WireFilter NONE = new WireFilter("", "", "", "", null, "", null, "", false);

  /** Whether it lets everything through. */
  public boolean none() {
    return equals(NONE);
  }

  /** The conditions, each begun with "and". */
  String sql() {
    StringBuilder sql = new StringBuilder();
    add(sql, provider, "provider = :provider");
    add(sql, section, "section = :section");
    add(sql, topic, "topics @> array[cast(:topic as text)]");
    add(
        sql,
        place,
        "(places @> array[cast(:place as text)] or near @> array[cast(:placeAsTyped as text)]"
            + " or to_tsvector('simple', plain) @@ phraseto_tsquery('simple', :place))");
    add(sql, urgency == null ? "" : "x", "urgency <= :urgency");
    add(sql, language, "split_part(language, '-', 1) = :language");
    add(sql, kind == null ? "" : "x", "kind = :kind");
    add(sql, query(), "to_tsvector('simple', plain) @@ to_tsquery('simple', :words)");
    add(sql, near ? "x" : "", "near <> '{}'");
    return sql.toString();
  }

  private static void add(StringBuilder sql, String value, String condition) {
    if (!value.isEmpty()) {
      sql.append(" and ").append(condition);
    }
  }

  /** Beginnings of words, as PostgreSQL wants them; nothing that is typed is an operator. */
  String query() {
    return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .limit(12)
        .map(word -> word + ":*")
        .collect(Collectors.joining(" & "));
  }

  /** The values by their names; some may stand in no condition. */
  List<Object[]> parameters() {
    return List.<Object[]>of(
        new Object[] {"provider", provider},
        new Object[] {"section", section},
        new Object[] {"topic", topic.toLowerCase(Locale.ROOT)},
        new Object[] {"place", place.toLowerCase(Locale.ROOT)},
        new Object[] {"placeAsTyped", place},
        new Object[] {"urgency", urgency == null ? 9 : urgency},
        new Object[] {"language", language.toLowerCase(Locale.ROOT)},
        new Object[] {"kind", kind == null ? "" : kind.name().toLowerCase(Locale.ROOT)},
        new Object[] {"words", query()});
  }
}
