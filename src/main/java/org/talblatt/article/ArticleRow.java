package org.talblatt.article;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.ArticleId;
import org.talblatt.picture.PictureRow;
import org.talblatt.platform.text.SafeHtml;

/** {@link Articles}' public selects, and one row of them as an article. */
final class ArticleRow {
  private static final String SELECT =
      """
      select a.*, %s as superseded, %s as related, %s as addenda, s.position as section_position,
        s.language as section_language, %s
      from %s a
      join section s on s.slug = a.section
      left join usable_picture p on p.id = a.picture
      """;

  private static final String PICTURE = PictureRow.columns("p", "picture_");

  private static final String SUPERSEDED =
      """
      array(select greatest(v.created_at, a.published_at) from article_version v
        where v.article = a.id and v.version < (select max(l.version) from article_version l
          where l.article = a.id and l.substantial)
        order by v.version)""";

  private static final String RELATED =
      "array(select r.related from article_related r where r.article = a.id order by r.position)";

  /** What has an address, with what only its page shows. */
  static final String WHOLE =
      SELECT.formatted(SUPERSEDED, RELATED, AddendaColumn.SQL, PICTURE, "reachable_article");

  /**
   * What has an address, for all who only ask whether and what it is: comments, votes, overlays.
   */
  static final String REACHABLE =
      SELECT.formatted(
          "array[]::timestamptz[]",
          "array[]::bigint[]",
          "cast(null as text)",
          PICTURE,
          "reachable_article");

  /** What stands in lists. */
  static final String LISTED =
      SELECT.formatted(
          "null as external_address, array[]::timestamptz[]",
          "array[]::bigint[]",
          "cast(null as text)",
          PICTURE,
          "public_article");

  /** What the newsroom previews, as if it came out now where it has no moment yet. */
  static final String ON_FILE =
      SELECT.formatted(
          "array[]::timestamptz[]",
          "array[]::bigint[]",
          AddendaColumn.SQL,
          PICTURE,
          """
          (select b.id, b.section, b.slug, b.version, b.headline, b.kicker, b.subhead, b.teaser,
             b.byline, b.credit, b.dateline, b.body_html, b.language, b.correction_note, b.picture,
             b.topics, b.weight, b.discussion_mode, b.discussion_closes_at,
             b.discussion_slow_seconds, b.discussion_member_days, b.kind,
             coalesce(b.published_at, now()) as published_at,
             case when b.published_at is null then now() else b.updated_at end as updated_at,
             b.external_address, n.name as section_name
           from article b join section n on n.slug = b.section)""");

  private ArticleRow() {}

  static Article article(ResultSet row, int number) throws SQLException {
    return new Article(
        new ArticleId(row.getLong("id")),
        new Section(
            row.getString("section"),
            row.getString("section_name"),
            row.getInt("section_position"),
            row.getString("section_language")),
        row.getString("slug"),
        row.getInt("version"),
        row.getString("headline"),
        row.getString("kicker"),
        row.getString("subhead"),
        row.getString("teaser"),
        row.getString("byline"),
        row.getString("credit"),
        row.getString("dateline"),
        SafeHtml.stored(row.getString("body_html")),
        row.getString("language"),
        row.getString("correction_note"),
        PictureRow.picture(row, "picture_"),
        strings(row.getArray("topics")),
        row.getInt("weight"),
        new DiscussionRules(
            DiscussionRules.Mode.valueOf(row.getString("discussion_mode").toUpperCase(Locale.ROOT)),
            instant(row, "discussion_closes_at"),
            Duration.ofSeconds(row.getInt("discussion_slow_seconds")),
            row.getInt("discussion_member_days")),
        row.getTimestamp("published_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        row.getString("external_address"),
        instants(row.getArray("superseded")),
        Contents.ids(row.getArray("related")),
        AddendaColumn.read(row.getString("addenda")));
  }

  private static List<Instant> instants(Array array) throws SQLException {
    return Stream.of((Timestamp[]) array.getArray()).map(Timestamp::toInstant).toList();
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
