package org.talblatt.discussion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;

/**
 * All SQL that reads what one account has left in the talk, a few hundred rows at a time: one
 * statement a kind, however much there is.
 */
@Repository
class TalkRecords {
  private static final int AT_A_TIME = 200;

  private final JdbcClient db;

  TalkRecords(JdbcClient db) {
    this.db = db;
  }

  record Place(CommentId id, String headline) {}

  /**
   * @param earlier the texts that edits replaced, oldest first
   */
  record Written(
      Place place,
      @Nullable Integer replyTo,
      String state,
      String text,
      List<String> earlier,
      Instant createdAt,
      @Nullable Instant editedAt,
      int up,
      int down) {}

  /**
   * @param counts false where it was set aside with a ring
   * @param network the hash of the address block it came from, while that is kept
   */
  record Voted(Place place, int value, Instant at, boolean counts, @Nullable String network) {}

  record Visited(ArticleId article, String headline, int seen) {}

  void comments(AccountId account, Consumer<Written> rows) {
    each(
        """
        select c.article, c.number, a.headline, c.reply_to, c.state, c.text, c.created_at,
          c.edited_at, c.up, c.down,
          array(select v.text from comment_version v
            where v.article = c.article and v.number = c.number order by v.revision) as earlier
        from comment c join article a on a.id = c.article
        where c.author = ? order by c.article, c.number
        """,
        account,
        row ->
            rows.accept(
                new Written(
                    place(row),
                    row.getObject("reply_to", Integer.class),
                    row.getString("state"),
                    row.getString("text"),
                    List.of((String[]) row.getArray("earlier").getArray()),
                    row.getTimestamp("created_at").toInstant(),
                    instant(row, "edited_at"),
                    row.getInt("up"),
                    row.getInt("down"))));
  }

  void votes(AccountId account, Consumer<Voted> rows) {
    each(
        """
        select v.article, v.number, a.headline, v.value, v.voted_at, encode(v.block, 'hex') as network,
          not exists (select from vote_ring_vote r where r.article = v.article
            and r.number = v.number and r.account = v.account and r.aside) as counts
        from vote v join article a on a.id = v.article
        where v.account = ? order by v.article, v.number
        """,
        account,
        row ->
            rows.accept(
                new Voted(
                    place(row),
                    row.getInt("value"),
                    row.getTimestamp("voted_at").toInstant(),
                    row.getBoolean("counts"),
                    row.getString("network"))));
  }

  void mentions(AccountId account, Consumer<Place> rows) {
    each(
        """
        select m.article, m.number, a.headline
        from mention m join article a on a.id = m.article
        where m.account = ? order by m.article, m.number
        """,
        account,
        row -> rows.accept(place(row)));
  }

  void visits(AccountId account, Consumer<Visited> rows) {
    each(
        """
        select v.article, a.headline, v.seen_number
        from article_visit v join article a on a.id = v.article
        where v.account = ? order by v.article
        """,
        account,
        row ->
            rows.accept(
                new Visited(
                    new ArticleId(row.getLong("article")),
                    row.getString("headline"),
                    row.getInt("seen_number"))));
  }

  private void each(String sql, AccountId account, RowCallbackHandler row) {
    db.sql(sql).param(account.value()).withFetchSize(AT_A_TIME).query(row);
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        new CommentId(new ArticleId(row.getLong("article")), row.getInt("number")),
        row.getString("headline"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
