package org.talblatt.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;

/** All SQL on legal replies. */
@Repository
public class LegalReplies {
  /** Nobody argues under an answer that the law has us print. */
  static final DiscussionRules SILENT =
      new DiscussionRules(DiscussionRules.Mode.CLOSED, null, Duration.ZERO);

  private final JdbcClient db;

  LegalReplies(JdbcClient db) {
    this.db = db;
  }

  /**
   * One in the newsroom's list.
   *
   * @param published when it came out; null where it isn't out
   */
  public record Listed(
      ArticleId reply,
      String path,
      String headline,
      ArticleId original,
      String originalPath,
      String originalHeadline,
      String kind,
      String person,
      LocalDate received,
      @Nullable Instant published) {}

  void insert(ArticleId reply, ArticleId original, LegalReply of) {
    db.sql(
            """
            insert into article_reply (reply, original, kind, person, received)
            values (?, ?, ?, ?, ?)
            """)
        .params(reply.value(), original.value(), of.kind().word(), of.person(), of.received())
        .update();
  }

  /** The articles on whose pages this one stands as reply or as original. */
  List<ArticleId> others(ArticleId article) {
    return db.sql(
            """
            select original from article_reply where reply = :article
            union select reply from article_reply where original = :article
            """)
        .param("article", article.value())
        .query((row, n) -> new ArticleId(row.getLong(1)))
        .list();
  }

  /** The newest first. */
  public List<Listed> newest(int limit) {
    return db.sql(
            """
            select r.*, b.section, b.slug, b.headline, o.section as original_section,
              o.slug as original_slug, o.headline as original_headline,
              case when b.state = 'published' then b.published_at end as published
            from article_reply r join article b on b.id = r.reply
            join article o on o.id = r.original
            order by r.reply desc limit ?
            """)
        .param(limit)
        .query(LegalReplies::listed)
        .list();
  }

  private static Listed listed(ResultSet row, int n) throws SQLException {
    ArticleId reply = new ArticleId(row.getLong("reply"));
    ArticleId original = new ArticleId(row.getLong("original"));
    var published = row.getTimestamp("published");
    return new Listed(
        reply,
        Links.article(row.getString("section"), row.getString("slug"), reply),
        row.getString("headline"),
        original,
        Links.article(row.getString("original_section"), row.getString("original_slug"), original),
        row.getString("original_headline"),
        row.getString("kind"),
        row.getString("person"),
        row.getObject("received", LocalDate.class),
        published == null ? null : published.toInstant());
  }
}
