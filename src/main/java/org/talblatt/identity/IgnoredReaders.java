package org.talblatt.identity;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;

/** Whose comments somebody does not want to read. Only they know; for them the comments fold. */
@Repository
public class IgnoredReaders {
  private final JdbcClient db;

  IgnoredReaders(JdbcClient db) {
    this.db = db;
  }

  /** Everybody that this reader ignores. */
  public Set<AccountId> of(AccountId reader) {
    return Set.copyOf(
        db.sql("select ignored from ignored_reader where account = ?")
            .param(reader.value())
            .query((row, n) -> new AccountId(row.getLong(1)))
            .list());
  }

  /** Their names, as they stand in an index. */
  public List<String> names(AccountId reader) {
    return db.sql(
            """
            select a.name from ignored_reader i join account a on a.id = i.ignored
            where i.account = ? and a.state in ('active', 'suspended') order by a.name_key
            """)
        .param(reader.value())
        .query((row, n) -> row.getString(1))
        .list();
  }

  public int count(AccountId reader) {
    return db.sql("select count(*) from ignored_reader where account = ?")
        .param(reader.value())
        .query(Integer.class)
        .single();
  }

  /** Adds somebody; twice is once. */
  public void add(AccountId reader, AccountId ignored) {
    db.sql("insert into ignored_reader (account, ignored) values (?, ?) on conflict do nothing")
        .params(reader.value(), ignored.value())
        .update();
  }

  /** Takes somebody off the list. */
  public void remove(AccountId reader, AccountId ignored) {
    db.sql("delete from ignored_reader where account = ? and ignored = ?")
        .params(reader.value(), ignored.value())
        .update();
  }
}
