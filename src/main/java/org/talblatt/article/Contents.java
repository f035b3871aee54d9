package org.talblatt.article;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;

/** What articles say in each of their versions, with all SQL of it. */
@Repository
public class Contents {
  // versions from before articles had drafts know some fields only: the others are as they are now
  private static final String VERSION =
      """
      select v.version, v.headline, v.subhead, v.teaser, v.body_html, v.correction_note,
        coalesce(v.section, a.section) as section, coalesce(v.kicker, a.kicker) as kicker,
        coalesce(v.byline, a.byline) as byline, coalesce(v.credit, a.credit) as credit,
        coalesce(v.dateline, a.dateline) as dateline,
        coalesce(v.language, a.language) as language, coalesce(v.topics, a.topics) as topics,
        coalesce(v.weight, a.weight) as weight,
        case when v.section is null then a.picture else v.picture end as picture,
        case when v.section is null then a.embargo_until else v.embargo_until end
          as embargo_until,
        coalesce(v.related, array(select r.related from article_related r
          where r.article = a.id order by r.position)) as related, v.opening
      from article_version v join article a on a.id = v.article
      where a.id = :id and a.kind = 'article'
      """;

  private final JdbcClient db;

  Contents(JdbcClient db) {
    this.db = db;
  }

  /** What the article says now, which is its newest version. */
  public Optional<Content> now(ArticleId id) {
    return db.sql(VERSION + "and v.version = a.version")
        .param("id", id.value())
        .query(Contents::content)
        .optional();
  }

  /** What it said in one of its versions. */
  public Optional<Content> at(ArticleId id, int version) {
    return db.sql(VERSION + "and v.version = :version")
        .param("id", id.value())
        .param("version", version)
        .query(Contents::content)
        .optional();
  }

  /** Who made this version; empty where a rule did, or the person has left. */
  public Optional<String> madeBy(ArticleId id, int version) {
    return db.sql(
            """
            select a.name from article_version v join account a on a.id = v.editor
            where v.article = ? and v.version = ?
            """)
        .params(id.value(), version)
        .query(String.class)
        .optional();
  }

  private static Content content(ResultSet row, int number) throws SQLException {
    Draft draft = ArticlesOnFile.draft(row, opening(row.getString("opening")));
    return new Content(draft, ids(row.getArray("related")));
  }

  /** How the talk is to begin where an editor said so. */
  static @Nullable DiscussionRules opening(@Nullable String mode) {
    return mode == null
        ? null
        : new DiscussionRules(
            DiscussionRules.Mode.valueOf(mode.toUpperCase(Locale.ROOT)), null, Duration.ZERO);
  }

  static List<ArticleId> ids(Array array) throws SQLException {
    return Stream.of((Long[]) array.getArray()).map(ArticleId::new).toList();
  }
}
