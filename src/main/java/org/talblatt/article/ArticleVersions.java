package org.talblatt.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.platform.page.PageChanges;
import org.talblatt.platform.text.SafeHtml;

/** The wordings that an article had, with all SQL of them. */
@Repository
public class ArticleVersions {
  /** Only what readers could once read, in an article that they can still read. */
  private static final String PUBLIC =
      """
      select v.*, greatest(v.created_at, a.published_at) as since,
        coalesce((select n.created_at > a.published_at from article_version n
          where n.article = v.article and n.version = v.version + 1), true) as shown
      from article_version v join reachable_article a on a.id = v.article
      """;

  private final JdbcClient db;
  private final PageChanges pages;

  ArticleVersions(JdbcClient db, PageChanges pages) {
    this.db = db;
    this.pages = pages;
  }

  /**
   * One wording.
   *
   * @param since from when on readers had it
   * @param substantial whether it changed what the article says, not just how
   * @param hidden whether editors took it from the readers' eyes
   */
  public record Version(
      int number,
      Instant since,
      String headline,
      String subhead,
      String teaser,
      SafeHtml body,
      String correctionNote,
      boolean substantial,
      boolean hidden) {}

  /** A version that the public once had; whether it still may see it, the version says. */
  public Optional<Version> published(ArticleId article, int number) {
    return db.sql("select * from (" + PUBLIC + ") v where shown and article = ? and version = ?")
        .params(article.value(), number)
        .query(ArticleVersions::version)
        .optional();
  }

  /** All of a public article, newest first, for the newsroom. */
  public List<Version> all(ArticleId article) {
    return db.sql(PUBLIC + "where v.article = ? order by v.version desc limit 200")
        .param(article.value())
        .query(ArticleVersions::version)
        .list();
  }

  /**
   * Says of a version whether it changed what the article says, and whether readers may see it.
   *
   * @throws Failure where there is none with this number
   */
  @Transactional
  public void mark(ArticleId article, int number, boolean substantial, boolean hidden) {
    int marked =
        db.sql(
                """
                update article_version set substantial = :substantial, hidden = :hidden
                where article = :article and version = :version
                """)
            .param("substantial", substantial)
            .param("hidden", hidden)
            .param("article", article.value())
            .param("version", number)
            .update();
    if (marked == 0) {
      throw Failure.notFound();
    }
    pages.changed("article:" + article);
  }

  /**
   * Keeps the article's current text as a version of its own. One with a new correction note counts
   * as a change of what it says.
   */
  void keep(ArticleId id, @Nullable AccountId editor) {
    db.sql(
            """
            insert into article_version
              (article, version, headline, subhead, teaser, body_html, correction_note, section,
                kicker, byline, credit, dateline, language, topics, weight, picture, embargo_until,
                related, opening, editor, substantial)
            select id, version, headline, subhead, teaser, body_html, correction_note, section,
              kicker, byline, credit, dateline, language, topics, weight, picture, embargo_until,
              array(select r.related from article_related r where r.article = a.id
                order by r.position),
              (select o.mode from article_opening o where o.article = a.id), :editor,
              version > 1 and correction_note <> '' and correction_note is distinct from (
                select b.correction_note from article_version b
                where b.article = a.id and b.version = a.version - 1)
            from article a where id = :id
            """)
        .param("id", id.value())
        .param("editor", editor == null ? null : editor.value(), Types.BIGINT)
        .update();
  }

  private static Version version(ResultSet row, int n) throws SQLException {
    return new Version(
        row.getInt("version"),
        row.getTimestamp("since").toInstant(),
        row.getString("headline"),
        row.getString("subhead"),
        row.getString("teaser"),
        SafeHtml.stored(row.getString("body_html")),
        row.getString("correction_note"),
        row.getBoolean("substantial"),
        row.getBoolean("hidden"));
  }
}
