package org.talblatt.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;

/** Finds readers by their names, for mentions. */
@Repository
public class ReaderNames {
  private final JdbcClient db;

  ReaderNames(JdbcClient db) {
    this.db = db;
  }

  /** A reader and how the paper writes the name. */
  public record Named(AccountId account, String name) {}

  /**
   * Readers with these names, in one query; unknown names are absent.
   *
   * @param keys from {@link AccountName#key(String)}
   */
  public Map<String, Named> withKeys(Collection<String> keys) {
    Map<String, Named> found = new HashMap<>();
    db.sql(
            """
            select name_key, id, name from account
            where name_key = any(?) and state in ('active', 'suspended')
            """)
        .param(keys.toArray(String[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    found.put(
                        row.getString(1),
                        new Named(new AccountId(row.getLong(2)), row.getString(3))));
    return found;
  }

  /** The keys of all names that somebody has or had. */
  public Set<String> keysOf(AccountId account) {
    return Set.copyOf(
        db.sql(
                """
                select name_key from account where id = :account
                union select name_key from reserved_name where account = :account
                """)
            .param("account", account.value())
            .query((row, n) -> row.getString(1))
            .list());
  }
}
