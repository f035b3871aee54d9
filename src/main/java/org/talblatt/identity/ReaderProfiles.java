package org.talblatt.identity;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;

/** What the public may know of readers; banned accounts have no profile. */
@Repository
public class ReaderProfiles {
  private final JdbcClient db;

  ReaderProfiles(JdbcClient db) {
    this.db = db;
  }

  /** Whoever bears this name, in whatever spelling, or bore it before. */
  public Optional<ReaderProfile> named(String name) {
    return db.sql(
            """
            select a.id, a.name, p.badge, a.profile_line, a.profile_hidden, a.created_at, i.token,
              a.state = 'closed'
            from account a
            join public_author p on p.id = a.id
            left join profile_picture i on i.account = a.id
            where a.state in ('active', 'suspended', 'closed') and not p.former and (a.name_key = :key
              or a.id = (select account from reserved_name where name_key = :key))
            order by a.name_key = :key desc limit 1
            """)
        .param("key", AccountName.key(name))
        .query(
            (row, n) ->
                new ReaderProfile(
                    new AccountId(row.getLong(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getBoolean(5),
                    row.getTimestamp(6).toInstant(),
                    new Portrait(row.getString(7), Monogram.of(row.getString(2))),
                    row.getBoolean(8)))
        .optional();
  }
}
