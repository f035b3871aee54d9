package org.talblatt.wire;

import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;

/** Which agency items an editor took, put away or brought back. */
@Repository
public class HandledItems {
  private static final int AT_A_TIME = 200;

  private final JdbcClient db;

  HandledItems(JdbcClient db) {
    this.db = db;
  }

  /** An item that an editor was the last to move. */
  public record Handled(WireItemId item, String headline, String state, Instant changedAt) {}

  /** All of one editor, one after the other. */
  public void by(AccountId editor, Consumer<Handled> rows) {
    db.sql("select id, headline, state, changed_at from wire_item where handled_by = ? order by id")
        .param(editor.value())
        .withFetchSize(AT_A_TIME)
        .query(
            (RowCallbackHandler)
                row ->
                    rows.accept(
                        new Handled(
                            new WireItemId(row.getLong(1)),
                            row.getString(2),
                            row.getString(3),
                            row.getTimestamp(4).toInstant())));
  }

  /** Forgets who moved them, some at a time; whether there were any. */
  public boolean forget(AccountId editor) {
    return db.sql(
                """
                update wire_item set handled_by = null where id in (
                  select id from wire_item where handled_by = ? limit 500)
                """)
            .param(editor.value())
            .update()
        > 0;
  }

  /**
   * What an editor took waits again, since they took that back.
   *
   * @param updateWaits whether it stands in the paper, and only its update waits
   */
  public void untake(WireItemId item, boolean updateWaits) {
    db.sql(
            """
            update wire_item set update_waits = :waits, changed_at = now(),
              state = case when :waits then state else 'inbox' end
            where id = :id and state = 'taken' and status = 'usable'
            """)
        .param("id", item.value())
        .param("waits", updateWaits)
        .update();
  }
}
