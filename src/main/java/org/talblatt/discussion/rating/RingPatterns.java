package org.talblatt.discussion.rating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;

/** All SQL on rings as moderators see and judge them; no account leaves it. */
@Repository
class RingPatterns {
  private static final int MOST_RINGS = 50;
  private static final int MOST_COMMENTS = 25;
  private static final int MOST_AUTHORS = 3;

  private static final String PATTERN =
      """
      select g.id, g.one_block, g.state, g.ground, g.first_at, g.last_at, g.found_at, g.decided_at,
        count(distinct r.account) as accounts, count(distinct (r.article, r.number)) as comments,
        count(*) filter (where v.value = 1) as up, count(*) filter (where v.value = -1) as down
      from vote_ring g join vote_ring_vote r on r.ring = g.id
      left join vote v on v.article = r.article and v.number = r.number and v.account = r.account
      """;

  private final JdbcClient db;

  RingPatterns(JdbcClient db) {
    this.db = db;
  }

  List<Ring> all() {
    List<Ring> rings =
        db.sql(
                PATTERN
                    + """
                    group by g.id
                    order by g.state <> 'open', coalesce(g.decided_at, g.last_at) desc, g.id desc
                    limit ?
                    """)
            .param(MOST_RINGS)
            .query((row, n) -> ring(row))
            .list();
    List<Long> ids = rings.stream().map(Ring::id).toList();
    Map<Long, List<Rated>> rated = rated(ids);
    Map<Long, List<Praised>> praised = praised(ids);
    return rings.stream()
        .map(
            ring ->
                ring.with(
                    praised.getOrDefault(ring.id(), List.of()).stream()
                        .map(Praised::author)
                        .toList(),
                    rated.getOrDefault(ring.id(), List.of()).stream().map(Rated::comment).toList()))
        .toList();
  }

  Optional<Ring> one(long id) {
    return db.sql(PATTERN + "where g.id = ? group by g.id")
        .param(id)
        .query((row, n) -> ring(row))
        .optional();
  }

  private record Rated(long ring, Ring.Affected comment) {}

  private Map<Long, List<Rated>> rated(Collection<Long> rings) {
    return db
        .sql(
            """
            select * from (
              select r.ring, r.article, r.number, a.headline, p.name, c.up, c.down,
                count(*) filter (where v.value = 1) as ring_up,
                count(*) filter (where v.value = -1) as ring_down,
                row_number() over (partition by r.ring
                  order by count(v.value) desc, r.article, r.number) as place
              from vote_ring_vote r
              join comment c on c.article = r.article and c.number = r.number
              join article a on a.id = r.article
              join public_author p on p.id = c.author
              left join vote v
                on v.article = r.article and v.number = r.number and v.account = r.account
              where r.ring = any(:rings)
              group by r.ring, r.article, r.number, a.headline, p.name, c.up, c.down) t
            where place <= :most order by ring, place
            """)
        .param("rings", rings.toArray(Long[]::new))
        .param("most", MOST_COMMENTS)
        .query((row, n) -> new Rated(row.getLong("ring"), affected(row)))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Rated::ring));
  }

  private static Ring.Affected affected(ResultSet row) throws SQLException {
    return new Ring.Affected(
        new CommentId(new ArticleId(row.getLong("article")), row.getInt("number")),
        row.getString("headline"),
        row.getString("name"),
        row.getInt("up"),
        row.getInt("down"),
        row.getInt("ring_up"),
        row.getInt("ring_down"));
  }

  private record Praised(long ring, Ring.Favoured author) {}

  private Map<Long, List<Praised>> praised(Collection<Long> rings) {
    return db
        .sql(
            """
            select * from (
              select r.ring, p.name, count(distinct (c.article, c.number)) as comments,
                row_number() over (partition by r.ring
                  order by count(distinct (c.article, c.number)) desc, p.name) as place
              from vote_ring_vote r
              join vote v
                on v.article = r.article and v.number = r.number and v.account = r.account
              join comment c on c.article = r.article and c.number = r.number
              join public_author p on p.id = c.author
              where r.ring = any(:rings) and v.value = 1
              group by r.ring, p.id, p.name) t
            where place <= :most order by ring, place
            """)
        .param("rings", rings.toArray(Long[]::new))
        .param("most", MOST_AUTHORS)
        .query(
            (row, n) ->
                new Praised(
                    row.getLong("ring"),
                    new Ring.Favoured(row.getString("name"), row.getInt("comments"))))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Praised::ring));
  }

  /** How many wait. */
  int waiting() {
    return db.sql("select count(*) from vote_ring where state = 'open'")
        .query(Integer.class)
        .single();
  }

  /** Its state, which nobody else changes until the transaction ends. */
  Optional<String> lock(long id) {
    return db.sql("select state from vote_ring where id = ? for update")
        .param(id)
        .query(String.class)
        .optional();
  }

  void judge(long id, String state, @Nullable RingGround ground, Instant at) {
    db.sql("update vote_ring set state = :state, ground = :ground, decided_at = :at where id = :id")
        .param("state", state)
        .param("ground", ground == null ? null : ground.word())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  void reopen(long id) {
    db.sql("update vote_ring set state = 'open', ground = null, decided_at = null where id = ?")
        .param(id)
        .update();
  }

  private static Ring ring(ResultSet row) throws SQLException {
    Timestamp decided = row.getTimestamp("decided_at");
    return new Ring(
        row.getLong("id"),
        row.getBoolean("one_block"),
        row.getString("state"),
        row.getString("ground"),
        new Ring.Span(
            row.getTimestamp("first_at").toInstant(),
            row.getTimestamp("last_at").toInstant(),
            row.getTimestamp("found_at").toInstant(),
            decided == null ? null : decided.toInstant()),
        row.getInt("accounts"),
        row.getInt("comments"),
        row.getInt("up"),
        row.getInt("down"),
        List.of(),
        List.of());
  }
}
