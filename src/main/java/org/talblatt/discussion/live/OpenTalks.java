package org.talblatt.discussion.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;

/**
 * The one statement behind all events: what the public may see of the talks that are listened to.
 */
@Repository
class OpenTalks {
  private static final String READ =
      """
      select a.id, a.section, a.headline, a.language, coalesce(t.last_number, 0) as last_number,
        coalesce(t.published_count, 0) as published_count,
        coalesce(t.change_number, 0) as change_number,
        c.number, c.text = '' as line, c.up, c.down, p.name
      from reachable_article a
      left join thread t on t.article = a.id
      left join unnest(cast(:of as bigint[]), cast(:numbers as int[])) as w(article, number)
        on w.article = a.id
      left join public_comment c on c.article = w.article and c.number = w.number
      left join public_author p on p.id = c.author
      where a.id = any(:articles)
      """;

  private final JdbcClient db;

  OpenTalks(JdbcClient db) {
    this.db = db;
  }

  /**
   * A talk as it stands.
   *
   * @param seen of the comments asked for those that readers see, by number
   */
  record Talk(
      String section,
      String headline,
      String language,
      int last,
      int published,
      long change,
      Map<Integer, Seen> seen) {}

  /**
   * A comment that readers see.
   *
   * @param line whether it is but a line in its place
   */
  record Seen(boolean line, String author, int up, int down) {}

  /** The articles that are public, each with those of the comments asked for that are. */
  Map<ArticleId, Talk> read(Collection<ArticleId> articles, List<CommentId> comments) {
    Map<ArticleId, Talk> talks = new HashMap<>();
    db.sql(READ)
        .param("articles", articles.stream().map(ArticleId::value).toArray(Long[]::new))
        .param("of", comments.stream().map(id -> id.article().value()).toArray(Long[]::new))
        .param("numbers", comments.stream().map(CommentId::number).toArray(Integer[]::new))
        .query((RowCallbackHandler) row -> put(talks, row));
    return talks;
  }

  private static void put(Map<ArticleId, Talk> talks, ResultSet row) throws SQLException {
    ArticleId id = new ArticleId(row.getLong("id"));
    Talk talk = talks.get(id);
    if (talk == null) {
      talk =
          new Talk(
              row.getString("section"),
              row.getString("headline"),
              row.getString("language"),
              row.getInt("last_number"),
              row.getInt("published_count"),
              row.getLong("change_number"),
              new HashMap<>());
      talks.put(id, talk);
    }
    int number = row.getInt("number");
    if (!row.wasNull()) {
      talk.seen()
          .put(
              number,
              new Seen(
                  row.getBoolean("line"),
                  row.getString("name"),
                  row.getInt("up"),
                  row.getInt("down")));
    }
  }
}
