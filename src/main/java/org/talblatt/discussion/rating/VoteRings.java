package org.talblatt.discussion.rating;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL that finds rings and keeps what was found. What moderators see: RingPatterns. */
@Repository
class VoteRings {
  /** So many votes of one block, or of all, are looked at; the newest. */
  private static final int MOST_VOTES = 20_000;

  private static final int BLOCKS_AT_ONCE = 200;
  private static final int FORGOTTEN_AT_ONCE = 5_000;

  /** A vote may be committed so long after its time. */
  private static final String LATE = "interval '1 minute'";

  private static final String UNJUDGED =
      """
      not exists (select from vote_ring_vote r join vote_ring g on g.id = r.ring
        where r.article = v.article and r.number = v.number and r.account = v.account
        and g.state <> 'open')
      """;

  private final JdbcClient db;

  VoteRings(JdbcClient db) {
    this.db = db;
  }

  /**
   * How far somebody has looked before, and the moment up to which they look now, by the clock that
   * votes have.
   */
  record Look(Instant since, Instant until) {}

  Look blocksLook() {
    return look("select blocks_until - " + LATE + ", now() from vote_ring_look");
  }

  void blocksLooked(Look look) {
    db.sql("update vote_ring_look set blocks_until = ?")
        .param(look.until().atOffset(ZoneOffset.UTC))
        .update();
  }

  Look allLook() {
    return look("select all_until - " + LATE + ", now() from vote_ring_look");
  }

  void allLooked(Look look) {
    db.sql("update vote_ring_look set all_until = ?")
        .param(look.until().atOffset(ZoneOffset.UTC))
        .update();
  }

  private Look look(String sql) {
    return db.sql(sql)
        .query(
            (row, n) -> new Look(row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()))
        .single();
  }

  /** Blocks from which somebody voted since, in order, behind one; some at a time. */
  List<byte[]> blocks(Look look, byte[] behind) {
    return db.sql(
            """
            select distinct block from vote
            where block is not null and voted_at > :since and block > :behind
            order by block limit :limit
            """)
        .param("since", look.since().atOffset(ZoneOffset.UTC))
        .param("behind", behind)
        .param("limit", BLOCKS_AT_ONCE)
        .query((row, n) -> row.getBytes(1))
        .list();
  }

  /** Those of these blocks from which enough accounts voted often enough. */
  List<byte[]> busy(List<byte[]> blocks, Measure measure) {
    return db.sql(
            """
            select busy.block from (
              select block, account from vote where block = any(:blocks)
              group by block, account having count(*) >= :targets) busy
            group by busy.block having count(*) >= :accounts
            """)
        .param("blocks", blocks.toArray(byte[][]::new))
        .param("targets", measure.targets())
        .param("accounts", measure.accounts())
        .query((row, n) -> row.getBytes(1))
        .list();
  }

  /** What came from a block, without what moderators have judged. */
  List<Cast> from(byte[] block) {
    return db.sql(
            """
            select account, article, number, value, voted_at from vote v where block = :block and
            """
                + UNJUDGED
                + "order by voted_at desc limit :limit")
        .param("block", block)
        .param("limit", MOST_VOTES)
        .query((row, n) -> cast(row))
        .list();
  }

  /** Whether anybody voted since. */
  boolean anySince(Look look) {
    return db.sql("select exists (select from vote where block is not null and voted_at > ?)")
        .param(look.since().atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /** The newest votes from anywhere, without what moderators have judged. */
  List<Cast> newest() {
    return db.sql(
            """
            select account, article, number, value, voted_at from vote v
            where block is not null and
            """
                + UNJUDGED
                + "order by voted_at desc limit :limit")
        .param("limit", MOST_VOTES)
        .query((row, n) -> cast(row))
        .list();
  }

  private static Cast cast(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Cast(
        row.getLong("account"),
        new Cast.Target(row.getLong("article"), row.getInt("number")),
        row.getInt("value") > 0,
        row.getTimestamp("voted_at").toInstant());
  }

  /** A ring that waits for a moderator and has at least half of these members. */
  Optional<Long> openWith(Set<Long> accounts) {
    return db.sql(
            """
            select r.ring from vote_ring_vote r join vote_ring g on g.id = r.ring
            where g.state = 'open' and r.account = any(:accounts)
            group by r.ring having count(distinct r.account) * 2 >= :size order by r.ring limit 1
            """)
        .param("accounts", accounts.toArray(Long[]::new))
        .param("size", accounts.size())
        .query(Long.class)
        .optional();
  }

  long add(FoundRing found, boolean oneBlock, Instant at) {
    return db.sql(
            """
            insert into vote_ring (one_block, first_at, last_at, found_at) values (?, ?, ?, ?)
            returning id
            """)
        .params(
            oneBlock,
            found.first().atOffset(ZoneOffset.UTC),
            found.last().atOffset(ZoneOffset.UTC),
            at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** It goes on; empty-handed where somebody has judged it meanwhile. */
  boolean extend(long ring, FoundRing found, boolean oneBlock) {
    return db.sql(
                """
                update vote_ring set first_at = least(first_at, :first),
                  last_at = greatest(last_at, :last), one_block = one_block or :oneBlock
                where id = :ring and state = 'open'
                """)
            .param("first", found.first().atOffset(ZoneOffset.UTC))
            .param("last", found.last().atOffset(ZoneOffset.UTC))
            .param("oneBlock", oneBlock)
            .param("ring", ring)
            .update()
        > 0;
  }

  void add(long ring, List<Cast> votes) {
    db.sql(
            """
            insert into vote_ring_vote (ring, article, number, account)
            select :ring, v.article, v.number, v.account
            from unnest(:articles, :numbers, :accounts) as f(article, number, account)
            join vote v using (article, number, account)
            on conflict do nothing
            """)
        .param("ring", ring)
        .param("articles", votes.stream().map(cast -> cast.target().article()).toArray(Long[]::new))
        .param(
            "numbers", votes.stream().map(cast -> cast.target().number()).toArray(Integer[]::new))
        .param("accounts", votes.stream().map(Cast::account).toArray(Long[]::new))
        .update();
  }

  /** Where votes came from, when that is older than 14 days; some at a time. */
  boolean forgetOrigins() {
    return db.sql(
                """
                update vote set block = null where (article, account, number) in (
                  select article, account, number from vote
                  where block is not null and voted_at <= now() - interval '14 days' limit ?)
                """)
            .param(FORGOTTEN_AT_ONCE)
            .update()
        == FORGOTTEN_AT_ONCE;
  }

  /** Rings whose votes count all the same, and can't be found again. */
  void forgetOld() {
    db.sql(
            """
            delete from vote_ring
            where state <> 'aside' and last_at <= now() - interval '14 days'
            """)
        .update();
  }
}
