package org.talblatt.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;

/** All SQL on the orders of courts and authorities. */
@Repository
class LegalOrders {
  private static final String SELECT =
      """
      select o.id, o.article, o.number, a.headline, a.section, o.authority, o.reference,
        o.received_on, o.ended_at, o.outcome
      from legal_order o join article a on a.id = o.article
      """;

  private final JdbcClient db;

  LegalOrders(JdbcClient db) {
    this.db = db;
  }

  /** Open ones first, then those that ended last; of some sections or, null, of all. */
  List<LegalOrder> all(@Nullable List<String> sections) {
    return db.sql(
            SELECT
                + """
                where cast(:sections as text[]) is null or a.section = any(:sections)
                order by o.ended_at desc nulls first, o.received_on desc, o.id desc limit 200
                """)
        .param("sections", sections == null ? null : sections.toArray(String[]::new))
        .query((row, n) -> order(row))
        .list();
  }

  Optional<LegalOrder> find(long id) {
    return db.sql(SELECT + "where o.id = ? for update of o")
        .param(id)
        .query((row, n) -> order(row))
        .optional();
  }

  /** The section of a comment's article; empty where there is no such comment. */
  Optional<String> section(CommentId comment) {
    return db.sql(
            """
            select a.section from comment c join article a on a.id = c.article
            where c.article = ? and c.number = ?
            """)
        .params(comment.article().value(), comment.number())
        .query(String.class)
        .optional();
  }

  void add(OrderForm.Parsed order, AccountId by, Timestamp at) {
    db.sql(
            """
            insert into legal_order
              (article, number, authority, reference, received_on, registered_at, registered_by)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            order.comment().article().value(),
            order.comment().number(),
            order.authority(),
            order.reference(),
            order.received(),
            at,
            by.value())
        .update();
  }

  void end(long id, String outcome, AccountId by, Timestamp at) {
    db.sql("update legal_order set ended_at = ?, ended_by = ?, outcome = ? where id = ?")
        .params(at, by.value(), outcome, id)
        .update();
  }

  /** Orders that ended so long ago that nobody needs to know of them. */
  @Transactional
  public int dropEnded() {
    return db.sql("delete from legal_order where ended_at < now() - interval '6 months'").update();
  }

  private static LegalOrder order(ResultSet row) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new LegalOrder(
        row.getLong("id"),
        new CommentId(new ArticleId(row.getLong("article")), row.getInt("number")),
        row.getString("headline"),
        row.getString("section"),
        row.getString("authority"),
        row.getString("reference"),
        row.getDate("received_on").toLocalDate(),
        ended == null ? null : ended.toInstant(),
        row.getString("outcome"));
  }
}
