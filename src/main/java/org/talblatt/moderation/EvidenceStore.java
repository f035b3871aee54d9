package org.talblatt.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;

/**
 * The sealed store: texts that an open report, a complaint, a court's order or a decision that can
 * still be objected to needs, for moderators only, until half a year after the last of them ended.
 */
@Repository
class EvidenceStore {
  /** Whether a comment {@code c} is still needed. */
  private static final String NEEDED =
      """
      (exists (select from report r
        where r.article = c.article and r.number = c.number and r.decision is null)
      or exists (select from decision d
        left join complaint k on k.decision = d.id
        where d.article = c.article and d.number = c.number
          and (d.decided_at > now() - interval '6 months'
            or k.decided_at > now() - interval '6 months'
            or (k.id is not null and k.outcome is null)))
      or exists (select from legal_order o
        where o.article = c.article and o.number = c.number
          and (o.ended_at is null or o.ended_at > now() - interval '6 months')))
      """;

  private static final String SELECT =
      """
      select c.id, c.article, c.number, a.headline, a.section, c.text, c.versions, c.written_at,
        c.sealed_at, array(select d.id from decision d
          where d.article = c.article and d.number = c.number order by d.id) as decisions
      from evidence c join article a on a.id = c.article
      """;

  private final JdbcClient db;
  private final AuditLog log;

  EvidenceStore(JdbcClient db, AuditLog log) {
    this.db = db;
    this.log = log;
  }

  /** Seals what is needed of somebody's comments, before their texts are erased. */
  @Transactional
  public void seal(AccountId author) {
    db.sql(
            """
            insert into evidence (article, number, text, versions, written_at, sealed_at)
            select c.article, c.number, c.text,
              array(select v.text from comment_version v
                where v.article = c.article and v.number = c.number order by v.revision),
              c.created_at, now()
            from comment c where c.author = ? and c.text <> '' and
            """
                + NEEDED
                + "on conflict do nothing")
        .param(author.value())
        .update();
  }

  /** What is sealed, newest first, without its texts being shown. */
  List<Evidence> all(@Nullable List<String> sections) {
    return db.sql(
            SELECT
                + """
                where cast(:sections as text[]) is null or a.section = any(:sections)
                order by c.sealed_at desc, c.id desc limit 200
                """)
        .param("sections", sections == null ? null : sections.toArray(String[]::new))
        .query((row, n) -> evidence(row))
        .list();
  }

  /** Opens one; that it was opened, by whom and what for stays in the audit log. */
  @Transactional
  public Evidence look(Reader moderator, Actor from, long id, String purpose) {
    Evidence found = find(id).orElseThrow(Failure::notFound);
    Sectioned.require(moderator, found.section());
    String why = Prose.needed("purpose", "moderation.evidence-purpose-missing", purpose);
    log.record(AuditEntry.of(from, "moderation.evidence-read", found.comment().toString(), why));
    return found;
  }

  private Optional<Evidence> find(long id) {
    return db.sql(SELECT + "where c.id = ?").param(id).query((row, n) -> evidence(row)).optional();
  }

  /** Unseals, and deletes, what nobody needs any more. */
  @Transactional
  public int dropEnded() {
    return db.sql("delete from evidence c where not " + NEEDED).update();
  }

  private static Evidence evidence(ResultSet row) throws SQLException {
    return new Evidence(
        row.getLong("id"),
        new CommentId(new ArticleId(row.getLong("article")), row.getInt("number")),
        row.getString("headline"),
        row.getString("section"),
        row.getString("text"),
        List.of((String[]) row.getArray("versions").getArray()),
        row.getTimestamp("written_at").toInstant(),
        row.getTimestamp("sealed_at").toInstant(),
        List.of((Long[]) row.getArray("decisions").getArray()));
  }
}
