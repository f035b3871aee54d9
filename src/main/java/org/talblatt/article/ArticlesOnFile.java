package org.talblatt.article;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.base.PictureId;
import org.talblatt.platform.text.SafeHtml;

/** Articles as the newsroom has them, whether the public may see them or not. */
@Repository
public class ArticlesOnFile {
  private final JdbcClient db;

  ArticlesOnFile(JdbcClient db) {
    this.db = db;
  }

  /**
   * An article to work on.
   *
   * @param version what {@link Publishing#correct} wants to know
   * @param path its full address, which answers readers once it is public
   */
  public record OnFile(ArticleId id, int version, boolean published, String path, Draft draft) {}

  /** The article in its present wording. */
  public Optional<OnFile> find(ArticleId id) {
    return db.sql("select * from article where id = ?")
        .param(id.value())
        .query(ArticlesOnFile::onFile)
        .optional();
  }

  /** As above; nobody else changes it before the transaction ends. */
  public Optional<OnFile> lock(ArticleId id) {
    return db.sql("select * from article where id = ? for update")
        .param(id.value())
        .query(ArticlesOnFile::onFile)
        .optional();
  }

  /** Whether it came out, even if it was withdrawn since. */
  public boolean cameOut(ArticleId id) {
    return db.sql(
            """
            select exists (select from article where id = ? and state in ('published', 'withdrawn'))
            """)
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  /** Those that came out under this headline, to the letter; two at most. */
  public List<ArticleId> withHeadline(String headline) {
    return db.sql(
            """
            select id from article
            where headline = ? and state in ('published', 'withdrawn') order by id limit 2
            """)
        .param(headline)
        .query((row, n) -> new ArticleId(row.getLong(1)))
        .list();
  }

  /** Whether there is any article, in whatever state. */
  public boolean anything() {
    return db.sql("select exists (select from article)").query(Boolean.class).single();
  }

  static OnFile onFile(ResultSet row, int number) throws SQLException {
    ArticleId id = new ArticleId(row.getLong("id"));
    return new OnFile(
        id,
        row.getInt("version"),
        row.getString("state").equals("published"),
        Links.article(row.getString("section"), row.getString("slug"), id),
        draft(row, discussion(row)));
  }

  /**
   * What an article says, of a row that names its columns as the table does.
   *
   * @param discussion who may talk under it; null = as its section begins
   */
  static Draft draft(ResultSet row, @Nullable DiscussionRules discussion) throws SQLException {
    long picture = row.getLong("picture");
    return new Draft(
        row.getString("section"),
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
        picture == 0 ? null : new PictureId(picture),
        strings(row.getArray("topics")),
        row.getInt("weight"),
        discussion,
        moment(row, "embargo_until"));
  }

  private static DiscussionRules discussion(ResultSet row) throws SQLException {
    return new DiscussionRules(
        DiscussionRules.Mode.valueOf(row.getString("discussion_mode").toUpperCase(Locale.ROOT)),
        moment(row, "discussion_closes_at"),
        Duration.ofSeconds(row.getInt("discussion_slow_seconds")),
        row.getInt("discussion_member_days"));
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
