package org.talblatt.desk.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.article.Withdrawal;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.picture.Picture;
import org.talblatt.picture.PictureRow;
import org.talblatt.wire.WireItemId;

/** All SQL on receipts. */
@Repository
class Receipts {
  private static final String SELECT =
      "select r.*, p.name as editor from receipt r left join account p on p.id = r.account ";

  private final JdbcClient db;

  Receipts(JdbcClient db) {
    this.db = db;
  }

  /** Opens one; the article is on file. */
  long open(Withdrawal withdrawal) {
    return db.sql(
            """
            insert into receipt (article, headline, path, was_public, account)
            select id, headline, '/' || section || '/' || slug || '-' || id, :public, :by
            from article where id = :article
            returning id
            """)
        .param("article", withdrawal.article().value())
        .param("public", withdrawal.wasPublic())
        .param(
            "by", withdrawal.by() == null ? null : withdrawal.by().value(), java.sql.Types.BIGINT)
        .query(Long.class)
        .single();
  }

  /** Names the agency's item on what this transaction opened. */
  void because(ArticleId article, WireItemId item, Receipt.Cause cause) {
    db.sql(
            """
            update receipt set wire_item = ?, cause = ?
            where article = ? and wire_item is null and checked_at is null and arrived_at = now()
            """)
        .params(item.value(), lower(cause), article.value())
        .update();
  }

  /** Keeps what was found; false where somebody else did before. */
  boolean close(long receipt, List<Receipt.Line> lines) {
    boolean first =
        db.sql("update receipt set checked_at = now() where id = ? and checked_at is null")
                .param(receipt)
                .update()
            == 1;
    if (first) {
      for (int i = 0; i < lines.size(); i++) {
        insert(receipt, i, lines.get(i));
      }
    }
    return first;
  }

  private void insert(long receipt, int position, Receipt.Line line) {
    db.sql(
            """
            insert into receipt_line (receipt, position, place, target, outcome, at, detail)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            receipt,
            position,
            line.place(),
            line.target(),
            lower(line.outcome()),
            line.at().atOffset(ZoneOffset.UTC),
            line.detail())
        .update();
  }

  Optional<Receipt> find(long id) {
    List<Receipt.Line> lines = lines(id);
    return db.sql(SELECT + "where r.id = ?")
        .param(id)
        .query((row, n) -> receipt(row, lines))
        .optional();
  }

  /** The newest first, without their lines. */
  List<Receipt> newest(long before, int limit) {
    return db.sql(SELECT + "where r.id < ? order by r.id desc limit ?")
        .params(before, limit)
        .query((row, n) -> receipt(row, List.of()))
        .list();
  }

  /** Which of these still stand somewhere. */
  List<Long> failed(List<Long> receipts) {
    return db.sql(
            """
            select distinct receipt from receipt_line
            where receipt = any(?) and outcome = 'there'
            """)
        .param(receipts.toArray(Long[]::new))
        .query((row, n) -> row.getLong(1))
        .list();
  }

  /** When the other nodes were told that what stands under a tag is old. */
  Optional<Instant> told(String tag, Instant since) {
    return db.sql(
            "select min(at) from page_change where tags @> array[cast(? as text)] and at >= ?")
        .params(tag, since.atOffset(ZoneOffset.UTC))
        .query((row, n) -> Optional.ofNullable(moment(row, 1)))
        .single();
  }

  /** As far as their addresses need it. */
  List<Picture> pictures(Collection<Long> ids) {
    return db.sql(
            "select "
                + PictureRow.columns("p", "")
                + " from picture p where p.id = any(?) order by p.id")
        .param(ids.toArray(Long[]::new))
        .query((row, n) -> PictureRow.present(row, ""))
        .list();
  }

  /** Forgets who pressed the button, some at a time; whether there were any. */
  boolean forget(AccountId account) {
    return db.sql(
                """
                update receipt set account = null where id in (
                  select id from receipt where account = ? limit 500)
                """)
            .param(account.value())
            .update()
        > 0;
  }

  /** All that somebody took off. */
  List<Receipt> by(AccountId account) {
    return db.sql(SELECT + "where r.account = ? order by r.id")
        .param(account.value())
        .query((row, n) -> receipt(row, List.of()))
        .list();
  }

  private List<Receipt.Line> lines(long receipt) {
    return db.sql("select * from receipt_line where receipt = ? order by position")
        .param(receipt)
        .query(
            (row, n) ->
                new Receipt.Line(
                    row.getString("place"),
                    row.getString("target"),
                    Receipt.Outcome.valueOf(upper(row, "outcome")),
                    row.getTimestamp("at").toInstant(),
                    row.getString("detail")))
        .list();
  }

  private static Receipt receipt(ResultSet row, List<Receipt.Line> lines) throws SQLException {
    long item = row.getLong("wire_item");
    return new Receipt(
        row.getLong("id"),
        new ArticleId(row.getLong("article")),
        item == 0 ? null : new WireItemId(item),
        Receipt.Cause.valueOf(upper(row, "cause")),
        row.getString("headline"),
        row.getString("path"),
        row.getBoolean("was_public"),
        row.getString("editor"),
        row.getTimestamp("arrived_at").toInstant(),
        moment(row, row.findColumn("checked_at")),
        lines);
  }

  private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  private static String upper(ResultSet row, String column) throws SQLException {
    return row.getString(column).toUpperCase(Locale.ROOT);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
