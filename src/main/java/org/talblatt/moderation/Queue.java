package org.talblatt.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.discussion.Comment;
import org.talblatt.platform.text.SafeHtml;

/** What waits for moderators: comments that are held or reported, those waiting longest first. */
@Repository
class Queue {
  /** A comment waits since it was held or since its first open report. */
  private static final String WAITING =
      """
      with waiting as (
        select article, number, min(at) as since from (
          select article, number, created_at as at from comment where state = 'held'
          union all
          select article, number, created_at from report where decision is null) w
        group by article, number)
      """;

  private static final String FROM =
      """
      from waiting w
      join comment c on c.article = w.article and c.number = w.number
      join article a on a.id = w.article
      where (cast(:sections as text[]) is null or a.section = any(:sections))
      """;

  private static final String OLDEST =
      WAITING
          + """
          select c.article, c.number, a.headline, a.section, a.language, u.name,
            u.language as author_language, c.state, c.html,
            coalesce(nullif(c.text, ''), e.text, '') as text, c.created_at, w.since, c.held_rule,
            coalesce((select max(d.id) from decision d
              where d.article = c.article and d.number = c.number), 0) as decision,
            (select count(*) from decision d
              where d.account = c.author and d.kind in ('reject', 'suspend', 'ban'))
              as removed_before
          from waiting w
          join comment c on c.article = w.article and c.number = w.number
          join article a on a.id = w.article
          join account u on u.id = c.author
          left join evidence e on e.article = c.article and e.number = c.number
          where (cast(:sections as text[]) is null or a.section = any(:sections))
            and (cast(:since as timestamptz) is null
              or (w.since, c.article, c.number) > (:since, :article, :number))
          order by w.since, c.article, c.number limit :limit
          """;

  private final JdbcClient db;
  private final Reports reports;

  Queue(JdbcClient db, Reports reports) {
    this.db = db;
    this.reports = reports;
  }

  /** Where a list goes on: behind this comment, which waits since then. */
  record Cursor(Instant since, CommentId id) {}

  /**
   * Those that wait longest.
   *
   * @param sections only theirs; null for all
   */
  List<QueueEntry> waiting(@Nullable List<String> sections, @Nullable Cursor after, int limit) {
    List<QueueEntry> entries =
        db.sql(OLDEST)
            .param("sections", sections == null ? null : sections.toArray(String[]::new))
            .param(
                "since",
                after == null ? null : after.since().atOffset(java.time.ZoneOffset.UTC),
                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
            .param("article", after == null ? 0L : after.id().article().value())
            .param("number", after == null ? 0 : after.id().number())
            .param("limit", limit)
            .query((row, n) -> entry(row))
            .list();
    Map<CommentId, List<Report>> open =
        reports.open(entries.stream().map(QueueEntry::id).toList()).stream()
            .collect(Collectors.groupingBy(Report::comment));
    return entries.stream()
        .map(entry -> entry.with(open.getOrDefault(entry.id(), List.of())))
        .toList();
  }

  int count(@Nullable List<String> sections) {
    return db.sql(WAITING + "select count(*) " + FROM)
        .param("sections", sections == null ? null : sections.toArray(String[]::new))
        .query(Integer.class)
        .single();
  }

  private static QueueEntry entry(ResultSet row) throws SQLException {
    return new QueueEntry(
        new CommentId(new ArticleId(row.getLong("article")), row.getInt("number")),
        row.getString("headline"),
        row.getString("section"),
        row.getString("language"),
        row.getString("name"),
        row.getString("author_language"),
        Comment.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        SafeHtml.stored(row.getString("html")),
        row.getString("text"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("since").toInstant(),
        row.getString("held_rule"),
        row.getLong("decision"),
        row.getInt("removed_before"),
        List.of());
  }
}
