package org.talblatt.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.base.PictureId;

/**
 * All SQL on articles. The public reads lists of {@code public_article}, one by its number of
 * {@code reachable_article}.
 */
@Repository
public class Articles {
  /** Time and weight as the index has them, see V099. */
  private static final String RANK =
      "((a.published_at at time zone 'UTC') + a.weight * interval '6 hours')";

  private final JdbcClient db;

  Articles(JdbcClient db) {
    this.db = db;
  }

  /** The article, if the public may see it; also one of another house, which no list shows. */
  public Optional<Article> published(ArticleId id) {
    return one(ArticleRow.REACHABLE, id);
  }

  /** As above, with its superseded wordings, related articles and addenda: where it is drawn. */
  public Optional<Article> page(ArticleId id) {
    return one(ArticleRow.WHOLE, id);
  }

  private Optional<Article> one(String select, ArticleId id) {
    return db.sql(select + "where a.id = ?")
        .param(id.value())
        .query(ArticleRow::article)
        .optional();
  }

  /** What to answer for an article that the public may not see: a withdrawn one is gone. */
  public Failure missing(ArticleId id) {
    boolean withdrawn =
        db.sql("select state = 'withdrawn' from article where id = ?")
            .param(id.value())
            .query(Boolean.class)
            .optional()
            .orElse(false);
    return withdrawn ? Failure.of(Failure.Kind.GONE, "failure.gone") : Failure.notFound();
  }

  /** The newest, most important first within a day's front page. */
  public List<Article> frontPage(int limit) {
    // no index carries that order, so only as many of the newest are ranked as weights can lift
    return db.sql(
            ArticleRow.LISTED
                + """
                where a.id in (select id from article where state = 'published' and kind = 'article'
                  order by published_at desc, id desc limit :ranked)
                order by %s desc, a.id desc
                limit :limit
                """
                    .formatted(RANK))
        .param("ranked", 20 * limit)
        .param("limit", limit)
        .query(ArticleRow::article)
        .list();
  }

  /**
   * The newest of a section, or of all where {@code section} is null.
   *
   * @param before only older ones than this article; null = from the newest on
   */
  public List<Article> newest(@Nullable String section, @Nullable ArticleId before, int limit) {
    return db.sql(
            ArticleRow.LISTED
                + """
                where (cast(:section as text) is null or a.section = :section)
                and (cast(:before as bigint) is null
                  or (a.published_at, a.id) < (select published_at, id from article where id = :before))
                order by a.published_at desc, a.id desc
                limit :limit
                """)
        .param("section", section)
        .param("before", before == null ? null : before.value())
        .param("limit", limit)
        .query(ArticleRow::article)
        .list();
  }

  /** A piece of a section's list, by time and weight: each degree of it counts six hours. */
  public List<Article> page(String section, int offset, int limit) {
    return db.sql(
            ArticleRow.LISTED
                + "where a.section = ? order by "
                + RANK
                + " desc, a.id desc offset ? limit ?")
        .params(section, offset, limit)
        .query(ArticleRow::article)
        .list();
  }

  /** The newest of each section by time and weight, sections in the masthead's order. */
  public List<Article> newestOfEachSection(int perSection) {
    return db.sql(
            ArticleRow.LISTED
                + """
                where a.id in (
                  select n.id from section each cross join lateral (
                    select id from public_article where section = each.slug
                    order by published_at desc, id desc limit ?) n)
                order by s.position, s.slug, %s desc, a.id desc
                """
                    .formatted(RANK))
        .param(perSection)
        .query(ArticleRow::article)
        .list();
  }

  /** The newest whose headline or kicker holds these words as they stand here. */
  public List<Article> withWords(String words, int limit) {
    return db.sql(
            ArticleRow.LISTED
                + """
                where strpos(lower(a.kicker || ' ' || a.headline), lower(:words)) > 0
                order by a.published_at desc, a.id desc limit :limit
                """)
        .param("words", words)
        .param("limit", limit)
        .query(ArticleRow::article)
        .list();
  }

  /** Those of the given articles that the public may see, in the given order. */
  public List<Article> published(List<ArticleId> ids) {
    return db.sql(ArticleRow.LISTED + "where a.id = any(:ids) order by array_position(:ids, a.id)")
        .param("ids", ids.stream().map(ArticleId::value).toArray(Long[]::new))
        .query(ArticleRow::article)
        .list();
  }

  /** How many the public may see, of a section or of all. */
  public int count(@Nullable String section) {
    return db.sql(
            "select count(*) from public_article"
                + " where cast(:section as text) is null or section = :section")
        .param("section", section)
        .query(Integer.class)
        .single();
  }

  /**
   * When the clock alone will next make something public, of this section or of all, or end the
   * right to show a picture; pages that list articles are valid until then.
   */
  public @Nullable Instant nextAppearance(@Nullable String section) {
    return db.sql(
            """
            select least(
              (select min(expires_at) from picture where expires_at > now()),
              (select min(greatest(published_at, embargo_until)) from article
                where state = 'published'
                and greatest(published_at, embargo_until) > now()
                and (cast(:section as text) is null or section = :section)))
            """)
        .param("section", section)
        .query((row, n) -> instant(row, 1))
        .optional()
        .orElse(null);
  }

  /** When the clock alone will next make one of these public; null where it won't. */
  public @Nullable Instant nextAppearanceOf(List<ArticleId> among) {
    return db.sql(
            """
            select min(greatest(published_at, embargo_until)) from article
            where id = any(?) and state = 'published'
            and greatest(published_at, embargo_until) > now()
            """)
        .param(among.stream().map(ArticleId::value).toArray(Long[]::new))
        .query((row, n) -> instant(row, 1))
        .optional()
        .orElse(null);
  }

  ArticleId insert(Draft draft, String slug, String state, @Nullable Instant publishedAt) {
    long id =
        parameters(
                db.sql(
                    """
                    insert into article (section, slug, state, headline, kicker, subhead, teaser,
                      byline, credit, dateline, body_html, language, correction_note, picture,
                      topics, weight, embargo_until, published_at, updated_at)
                    values (:section, :slug, :state, :headline, :kicker, :subhead, :teaser,
                      :byline, :credit, :dateline, :body, :language, :correctionNote, :picture,
                      :topics, :weight, :embargoUntil, :publishedAt,
                      coalesce(:publishedAt, now()))
                    returning id
                    """),
                draft)
            .param("slug", slug)
            .param("state", state)
            .param("publishedAt", timestamp(publishedAt), Types.TIMESTAMP_WITH_TIMEZONE)
            .query(Long.class)
            .single();
    return new ArticleId(id);
  }

  /** Stores the change if {@code version} is still the newest; false where it isn't. */
  boolean update(ArticleId id, int version, Draft draft, String slug) {
    return parameters(
                db.sql(
                    """
                    update article set section = :section, slug = :slug, headline = :headline,
                      kicker = :kicker, subhead = :subhead, teaser = :teaser, byline = :byline,
                      credit = :credit, dateline = :dateline, body_html = :body,
                      language = :language, correction_note = :correctionNote,
                      picture = :picture, topics = :topics, weight = :weight,
                      embargo_until = :embargoUntil,
                      version = version + 1, updated_at = now()
                    where id = :id and version = :version
                    """),
                draft)
            .param("slug", slug)
            .param("id", id.value())
            .param("version", version)
            .update()
        == 1;
  }

  /** Moves the article on; false where it was in none of these states. */
  boolean moveTo(ArticleId id, String state, List<String> from) {
    return db.sql(
                """
                update article set state = :state, updated_at = now(),
                  published_at = case when :state = 'published'
                    then coalesce(published_at, now()) else published_at end
                where id = :id and state = any(:from)
                """)
            .param("id", id.value())
            .param("state", state)
            .param("from", from.toArray(String[]::new))
            .update()
        == 1;
  }

  /** Gives an article a picture that has none; no change of what it says. */
  boolean illustrate(ArticleId id, PictureId picture) {
    String sql = "update article set picture = ? where id = ? and picture is null";
    return db.sql(sql).params(picture.value(), id.value()).update() == 1;
  }

  /** The section an article stands in, public or not. */
  public Optional<String> sectionOf(ArticleId id) {
    String sql = "select section from article where id = ?";
    return db.sql(sql).param(id.value()).query(String.class).optional();
  }

  private static JdbcClient.StatementSpec parameters(
      JdbcClient.StatementSpec statement, Draft draft) {
    return statement
        .param("section", draft.section())
        .param("headline", draft.headline())
        .param("kicker", draft.kicker())
        .param("subhead", draft.subhead())
        .param("teaser", draft.teaser())
        .param("byline", draft.byline())
        .param("credit", draft.credit())
        .param("dateline", draft.dateline())
        .param("body", draft.body().html())
        .param("language", draft.language())
        .param("correctionNote", draft.correctionNote())
        .param("picture", draft.picture() == null ? null : draft.picture().value(), Types.BIGINT)
        .param("topics", draft.topics().toArray(String[]::new))
        .param("weight", draft.weight())
        .param("embargoUntil", timestamp(draft.embargoUntil()), Types.TIMESTAMP_WITH_TIMEZONE);
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  private static @Nullable OffsetDateTime timestamp(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
