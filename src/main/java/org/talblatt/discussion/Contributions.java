package org.talblatt.discussion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.platform.text.SafeHtml;

/**
 * What one reader wrote and rated across all articles, newest first. Each list goes on behind a
 * comment of it; where that is none of theirs, nothing comes.
 */
@Repository
public class Contributions {
  private static final String PUBLIC =
      """
      select c.article, c.number, c.state, p.name, a.headline, c.html,
        case when r.rating in ('both', 'only_up') then c.up else 0 end as up,
        case when r.rating = 'both' then c.down else 0 end as down,
        c.created_at as at, 0 as own, true as counts
      from public_comment c
      join reachable_article a on a.id = c.article
      join talk_rule r on r.section = a.section
      join public_author p on p.id = c.author
      where c.author = :reader and c.state = 'published'
      """;
  private static final String OWN =
      """
      select c.article, c.number, c.state, p.name, a.headline, c.html,
        case when r.rating = 'off' then 0 else c.up end as up,
        case when r.rating in ('off', 'only_up') then 0 else c.down end as down,
        c.created_at as at, 0 as own, true as counts
      from comment c
      left join reachable_article a on a.id = c.article
      left join talk_rule r on r.section = a.section
      join public_author p on p.id = c.author
      where c.author = :reader
      """;
  private static final String VOTES =
      """
      select v.article, v.number, coalesce(c.state, 'deleted') as state, coalesce(p.name, '') as name,
        a.headline, coalesce(c.html, '') as html,
        -- how others rated it depends on the section's settings, and nobody asks here
        0 as up, 0 as down, v.voted_at as at, v.value as own,
        not exists (select from vote_ring_vote r where r.article = v.article
          and r.number = v.number and r.account = v.account and r.aside) as counts
      from vote v
      left join public_comment c on c.article = v.article and c.number = v.number
      left join public_author p on p.id = c.author
      left join reachable_article a on a.id = v.article
      where v.account = :reader
      """;
  private static final String BEHIND_COMMENT =
      """
      and (c.created_at, c.article, c.number) < (select created_at, article, number from comment
        where article = :article and number = :number and author = :reader)
      """;
  private static final String BEHIND_VOTE =
      """
      and (v.voted_at, v.article, v.number) < (select voted_at, article, number from vote
        where article = :article and number = :number and account = :reader)
      """;
  private static final String COMMENTS_NEWEST =
      "order by c.created_at desc, c.article desc, c.number desc limit :limit";
  private static final String VOTES_NEWEST =
      "order by v.voted_at desc, v.article desc, v.number desc limit :limit";

  private final JdbcClient db;

  Contributions(JdbcClient db) {
    this.db = db;
  }

  /** How much somebody has written that everybody can see, and how others rated it. */
  public record Sum(int comments, long up, long down) {}

  /** All of somebody's public comments together. */
  public Sum sum(AccountId reader) {
    return db.sql(
            """
            select count(*),
              coalesce(sum(c.up) filter (where r.rating in ('both', 'only_up')), 0),
              coalesce(sum(c.down) filter (where r.rating = 'both'), 0)
            from public_comment c join reachable_article a on a.id = c.article
            join talk_rule r on r.section = a.section
            where c.author = ? and c.state = 'published'
            """)
        .param(reader.value())
        .query((row, n) -> new Sum(row.getInt(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  /** What everybody may see of somebody's comments. */
  public List<Contribution> published(AccountId reader, @Nullable CommentId behind, int limit) {
    String place = behind == null ? "" : BEHIND_COMMENT;
    return list(PUBLIC + place + COMMENTS_NEWEST, reader, behind, limit);
  }

  /** The reader's own comments in every state. */
  public List<Contribution> own(AccountId reader, @Nullable CommentId behind, int limit) {
    String place = behind == null ? "" : BEHIND_COMMENT;
    return list(OWN + place + COMMENTS_NEWEST, reader, behind, limit);
  }

  /** What the reader rated; what nobody can see any more comes without its text. */
  public List<Contribution> rated(AccountId reader, @Nullable CommentId behind, int limit) {
    String place = behind == null ? "" : BEHIND_VOTE;
    return list(VOTES + place + VOTES_NEWEST, reader, behind, limit);
  }

  private List<Contribution> list(
      String sql, AccountId reader, @Nullable CommentId behind, int limit) {
    JdbcClient.StatementSpec statement =
        db.sql(sql).param("reader", reader.value()).param("limit", limit);
    if (behind != null) {
      statement.param("article", behind.article().value()).param("number", behind.number());
    }
    return statement.query(Contributions::contribution).list();
  }

  private static Contribution contribution(ResultSet row, int n) throws SQLException {
    return new Contribution(
        new CommentId(new ArticleId(row.getLong("article")), row.getInt("number")),
        Comment.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("name"),
        row.getString("headline"),
        SafeHtml.stored(row.getString("html")),
        row.getInt("up"),
        row.getInt("down"),
        row.getTimestamp("at").toInstant(),
        Vote.of(row.getInt("own")),
        row.getBoolean("counts"));
  }
}
