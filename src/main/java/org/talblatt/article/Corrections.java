package org.talblatt.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.platform.page.PageChanges;

/** What the paper has corrected, with all SQL of it. */
@Repository
public class Corrections {
  /** Purged with every one that comes, changes or goes. */
  public static final String TAG = "corrections";

  private static final String LISTED =
      """
      select c.id, c.article, c.version, c.note, c.hidden, greatest(c.at, a.published_at) as at,
        a.section, a.slug, a.headline, a.language
      from article_correction c join reachable_article a on a.id = c.article
      """;

  private final JdbcClient db;
  private final PageChanges pages;

  Corrections(JdbcClient db, PageChanges pages) {
    this.db = db;
    this.pages = pages;
  }

  /**
   * One correction with its article.
   *
   * @param hidden whether editors took it from the readers' eyes
   */
  public record Correction(
      long id,
      ArticleId article,
      int version,
      String note,
      Instant at,
      boolean hidden,
      String headline,
      String path,
      String language) {}

  /** A piece of the public list, newest first. */
  public List<Correction> page(int offset, int limit) {
    return db.sql(LISTED + "where not c.hidden order by at desc, c.id desc offset ? limit ?")
        .params(offset, limit)
        .query(Corrections::correction)
        .list();
  }

  /** How many the public list has. */
  public int count() {
    return db.sql(
            """
            select count(*) from article_correction c
            join reachable_article a on a.id = c.article where not c.hidden
            """)
        .query(Integer.class)
        .single();
  }

  /** The newest of articles that readers can read, hidden ones among them, for the newsroom. */
  public List<Correction> newest(int limit) {
    return db.sql(LISTED + "order by at desc, c.id desc limit ?")
        .param(limit)
        .query(Corrections::correction)
        .list();
  }

  /** One of an article that readers can read. */
  public Optional<Correction> find(long id) {
    return db.sql(LISTED + "where c.id = ?").param(id).query(Corrections::correction).optional();
  }

  /**
   * Says it better, or takes it from the readers' eyes.
   *
   * @throws Failure where the note says nothing, or there is no such correction
   */
  @Transactional
  public void change(long id, String note, boolean hidden) {
    if (note.isBlank()) {
      throw Failure.invalid("notiz", "changes.note-missing");
    }
    long article =
        db.sql(
                """
                update article_correction set note = :note, hidden = :hidden where id = :id
                returning article
                """)
            .param("note", note.strip())
            .param("hidden", hidden)
            .param("id", id)
            .query(Long.class)
            .optional()
            .orElseThrow(Failure::notFound);
    pages.changed(TAG, "article:" + article);
  }

  /** Keeps the note of the article's present version, if it is a new one and readers have it. */
  void keep(ArticleId id) {
    int kept =
        db.sql(
                """
                insert into article_correction (article, version, note)
                select id, version, correction_note from article a
                where id = ? and kind = 'article' and state = 'published'
                  and correction_note <> '' and correction_note is distinct from (
                    select note from article_correction c where c.article = a.id
                    order by c.id desc limit 1)
                  and correction_note is distinct from (select b.correction_note
                    from article_version b where b.article = a.id and b.version = a.version - 1)
                on conflict do nothing
                """)
            .param(id.value())
            .update();
    if (kept > 0) {
      pages.changed(TAG);
    }
  }

  /** What was told since this version was taken back, and its restoring is nothing to be told. */
  void forget(ArticleId id, int since) {
    db.sql("delete from article_correction where article = ? and version >= ?")
        .params(id.value(), since)
        .update();
    pages.changed(TAG);
  }

  private static Correction correction(ResultSet row, int n) throws SQLException {
    ArticleId article = new ArticleId(row.getLong("article"));
    return new Correction(
        row.getLong("id"),
        article,
        row.getInt("version"),
        row.getString("note"),
        row.getTimestamp("at").toInstant(),
        row.getBoolean("hidden"),
        row.getString("headline"),
        Links.article(row.getString("section"), row.getString("slug"), article),
        row.getString("language"));
  }
}
