package org.talblatt.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;

/** The newsroom's lists of articles in every state, with all SQL of them. */
@Repository
public class NewsroomArticles {
  private static final String ROWS =
      "select a.*, "
          + Unpublished.STATE
          + """
           as newsroom_state, s.name as section_name, s.position as section_position,
            s.language as section_language, v.editor, v.created_at as version_at, e.name as editor_name
          from article a join section s on s.slug = a.section
          left join article_version v on v.article = a.id and v.version = a.version
          left join account e on e.id = v.editor
          """;

  private static final Map<ArticleState, String> WHICH =
      new EnumMap<>(
          Map.of(
              ArticleState.DRAFT, "a.state = 'draft'",
              ArticleState.IN_REVIEW, "a.state = 'in_review'",
              ArticleState.SCHEDULED,
                  "a.state = 'published' and greatest(a.published_at, a.embargo_until) > now()",
              ArticleState.PUBLISHED,
                  "a.state = 'published' and greatest(a.published_at, a.embargo_until) <= now()",
              ArticleState.WITHDRAWN, "a.state = 'withdrawn'"));

  private static final Map<ArticleState, String> ORDER =
      new EnumMap<>(
          Map.of(
              ArticleState.DRAFT, "a.updated_at desc, a.id desc",
              ArticleState.IN_REVIEW, "a.updated_at, a.id",
              ArticleState.SCHEDULED, "greatest(a.published_at, a.embargo_until), a.id",
              ArticleState.PUBLISHED, "a.published_at desc, a.id desc",
              ArticleState.WITHDRAWN, "a.updated_at desc, a.id desc"));

  private final JdbcClient db;

  NewsroomArticles(JdbcClient db) {
    this.db = db;
  }

  /**
   * An article in the newsroom's lists.
   *
   * @param headline empty where it has none yet
   * @param changedBy who made the present version; null where a rule did or the person has left
   * @param appearsAt when readers got or get it; null for what is not planned
   */
  public record Row(
      ArticleId id,
      ArticleState state,
      int version,
      Section section,
      String headline,
      String kicker,
      String credit,
      String path,
      Instant changedAt,
      @Nullable String changedBy,
      @Nullable Instant appearsAt,
      @Nullable Instant embargoUntil) {}

  /**
   * What is looked for.
   *
   * @param section null = all of {@code sections}
   * @param sections those that are shown
   * @param words that the headline holds; empty = any
   * @param by null = by anybody
   */
  public record Search(
      ArticleState state,
      @Nullable String section,
      List<String> sections,
      String words,
      @Nullable AccountId by) {}

  /** A piece of a list: what is planned by its moment, what waits by its age, else the newest. */
  public List<Row> find(Search search, int offset, int limit) {
    return bind(
            search,
            ROWS
                + where(search)
                + " order by "
                + ORDER.get(search.state())
                + " offset :offset limit :limit")
        .param("offset", offset)
        .param("limit", limit)
        .query(NewsroomArticles::row)
        .list();
  }

  /** One of them, whatever its state. */
  public Optional<Row> find(ArticleId id) {
    return db.sql(ROWS + "where a.id = ? and a.kind = 'article'")
        .param(id.value())
        .query(NewsroomArticles::row)
        .optional();
  }

  /** As above; nobody else changes it before the transaction ends. */
  public Optional<Row> lock(ArticleId id) {
    db.sql("select id from article where id = ? for update").param(id.value()).query().listOfRows();
    return find(id);
  }

  /** How many there are in each state but published, in these sections. */
  public Map<ArticleState, Integer> counts(List<String> sections) {
    Map<ArticleState, Integer> counts = new EnumMap<>(ArticleState.class);
    db.sql(
            "select "
                + Unpublished.STATE
                + """
                 as newsroom_state, count(*) from article a
                where kind = 'article' and section = any(?)
                and (state <> 'published' or greatest(published_at, embargo_until) > now())
                group by 1
                """)
        .param(sections.toArray(String[]::new))
        .query(
            row -> {
              counts.put(state(row.getString(1)), row.getInt(2));
            });
    return counts;
  }

  /** Articles for who looks for what belongs together: those out or planned, the newest first. */
  public List<Row> related(String words, ArticleId except, int limit) {
    return db.sql(
            ROWS
                + """
                where a.kind = 'article' and a.state = 'published' and a.id <> :except
                and a.headline ilike :words
                order by a.published_at desc, a.id desc limit :limit
                """)
        .param("except", except.value())
        .param("words", like(words))
        .param("limit", limit)
        .query(NewsroomArticles::row)
        .list();
  }

  /** Those of the given articles that there are, in the given order. */
  public List<Row> all(List<ArticleId> ids) {
    return db.sql(
            ROWS
                + """
                where a.kind = 'article' and a.id = any(:ids) order by array_position(:ids, a.id)
                """)
        .param("ids", ids.stream().map(ArticleId::value).toArray(Long[]::new))
        .query(NewsroomArticles::row)
        .list();
  }

  /** Keywords that articles have, the most used first. */
  public List<String> topics(int limit) {
    return db.sql(
            """
            select topic from (select unnest(topics) as topic from article
              where state = 'published' order by published_at desc limit 2000) t
            group by topic order by count(*) desc, topic limit ?
            """)
        .param(limit)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** The article as readers would see it, whatever its state. */
  public Optional<Article> preview(ArticleId id) {
    return db.sql(ArticleRow.ON_FILE + "where a.id = ? and a.kind = 'article'")
        .param(id.value())
        .query(ArticleRow::article)
        .optional();
  }

  private static String where(Search search) {
    return "where a.kind = 'article' and "
        + WHICH.get(search.state())
        + """
         and a.section = any(:sections)
         and (cast(:section as text) is null or a.section = :section)
         and (cast(:by as bigint) is null or exists (select from article_version b
           where b.article = a.id and b.editor = :by))
         and a.headline ilike :words""";
  }

  private JdbcClient.StatementSpec bind(Search search, String sql) {
    return db.sql(sql)
        .param("sections", search.sections().toArray(String[]::new))
        .param("section", search.section())
        .param("by", search.by() == null ? null : search.by().value(), java.sql.Types.BIGINT)
        .param("words", like(search.words()));
  }

  private static String like(String words) {
    return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    ArticleId id = new ArticleId(row.getLong("id"));
    Timestamp made = row.getTimestamp("version_at");
    Instant published = instant(row, "published_at");
    Instant embargo = instant(row, "embargo_until");
    return new Row(
        id,
        state(row.getString("newsroom_state")),
        row.getInt("version"),
        new Section(
            row.getString("section"),
            row.getString("section_name"),
            row.getInt("section_position"),
            row.getString("section_language")),
        row.getString("headline"),
        row.getString("kicker"),
        row.getString("credit"),
        Links.article(row.getString("section"), row.getString("slug"), id),
        made == null ? row.getTimestamp("updated_at").toInstant() : made.toInstant(),
        row.getString("editor_name"),
        published == null ? null : later(published, embargo),
        embargo);
  }

  private static Instant later(Instant published, @Nullable Instant embargo) {
    return embargo != null && embargo.isAfter(published) ? embargo : published;
  }

  private static ArticleState state(String word) {
    return ArticleState.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
