package org.talblatt.article;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.ArticleId;
import org.talblatt.base.PictureId;
import org.talblatt.picture.Picture;
import org.talblatt.platform.text.SafeHtml;

/** One row of {@link Articles}' public select as an article. */
final class ArticleRow {
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
        picture(row),
        strings(row.getArray("topics")),
        row.getInt("weight"),
        new DiscussionRules(
            DiscussionRules.Mode.valueOf(row.getString("discussion_mode").toUpperCase(Locale.ROOT)),
            instant(row, "discussion_closes_at"),
            Duration.ofSeconds(row.getInt("discussion_slow_seconds"))),
        row.getTimestamp("published_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  private static @Nullable Picture picture(ResultSet row) throws SQLException {
    long id = row.getLong("picture");
    return id == 0
        ? null
        : new Picture(
            new PictureId(id),
            row.getInt("picture_width"),
            row.getInt("picture_height"),
            row.getString("picture_caption"),
            row.getString("picture_credit"),
            row.getString("picture_alternative"));
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
