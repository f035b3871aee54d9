package org.talblatt.identity.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;

/** All SQL of what the administration reads about accounts. */
@Repository
public class AccountFiles {
  private final JdbcClient db;

  AccountFiles(JdbcClient db) {
    this.db = db;
  }

  /**
   * An account in the list.
   *
   * @param roles as words: {@code editor:politik}
   */
  public record Row(
      AccountId id, String name, String email, String state, List<String> roles, Instant since) {}

  /**
   * An account in full.
   *
   * @param lockReason empty where it isn't locked, or nobody said why
   * @param seen when one of its sessions was last used; null for none
   */
  public record File(Row row, String lockReason, int sessions, @Nullable Instant seen) {}

  /** A department, by its slug. */
  public record Section(String slug, String name) {}

  /** Accounts that fit, by name, from behind one on; 0 for the first. */
  List<Row> search(AccountFilter filter, long after, int most) {
    return db.sql(
            """
            select a.id, a.name, a.email,
              case when a.locked_at is null then a.state else 'locked' end,
              array(select r.role || coalesce(':' || r.section, '') from account_role r
                where r.account = a.id order by r.role, r.section),
              a.created_at
            from account a
            where (:after = 0 or a.name_key > (select name_key from account where id = :after))
              and (:text = '' or strpos(lower(a.name), lower(:text)) > 0
                or strpos(lower(a.email), lower(:text)) > 0)
              and (:state = ''
                or case when a.locked_at is null then a.state else 'locked' end = :state)
              and (:role = '' or exists (select from account_role r where r.account = a.id
                and :role in ('staff', r.role)))
            order by a.name_key
            limit :most
            """)
        .param("text", filter.text())
        .param("state", filter.state())
        .param("role", filter.role())
        .param("after", after)
        .param("most", most)
        .query(AccountFiles::row)
        .list();
  }

  /** One of them. */
  Optional<File> find(AccountId id) {
    return db.sql(
            """
            select a.id, a.name, a.email,
              case when a.locked_at is null then a.state else 'locked' end,
              array(select r.role || coalesce(':' || r.section, '') from account_role r
                where r.account = a.id order by r.role, r.section),
              a.created_at, a.lock_reason, s.open, s.seen
            from account a, lateral (
              select count(*) as open, max(seen_at) as seen from session
              where account = a.id and expires_at > now()) s
            where a.id = ?
            """)
        .param(id.value())
        .query(AccountFiles::file)
        .optional();
  }

  /** The departments, in the masthead's order. */
  List<Section> sections() {
    return db.sql("select slug, name from section order by position, slug")
        .query((row, n) -> new Section(row.getString(1), row.getString(2)))
        .list();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        new AccountId(row.getLong(1)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        List.of((String[]) row.getArray(5).getArray()),
        row.getTimestamp(6).toInstant());
  }

  private static File file(ResultSet row, int number) throws SQLException {
    Timestamp seen = row.getTimestamp(9);
    return new File(
        row(row, number), row.getString(7), row.getInt(8), seen == null ? null : seen.toInstant());
  }
}
