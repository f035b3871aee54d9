package org.talblatt.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The desk's lists of items, newest change first. */
@Repository
class WireLists {
  private final JdbcClient db;

  WireLists(JdbcClient db) {
    this.db = db;
  }

  List<WireEntry> of(WireList list, @Nullable WireItemId after, int limit) {
    JdbcClient.StatementSpec statement = db.sql(page(list, after != null)).param("limit", limit);
    return (after == null ? statement : statement.param("after", after.value()))
        .query(WireItems::entry)
        .list();
  }

  int count(WireList list, int most) {
    return db.sql(
            "select count(*) from (select 1 from wire_item where "
                + what(list)
                + " limit ?) counted")
        .param(most)
        .query(Integer.class)
        .single();
  }

  /** A piece of a list; each is answered from one index. */
  static String page(WireList list, boolean further) {
    return WireItems.SELECT
        + "where "
        + what(list)
        + (further
            ? " and (changed_at, id) < (select changed_at, id from wire_item where id = :after)"
            : "")
        + " order by changed_at desc, id desc limit :limit";
  }

  /** What a list shows, in the very words of its index. */
  static String what(WireList list) {
    return switch (list) {
      case INBOX -> "kind = 'text' and status <> 'canceled' and (state = 'inbox' or update_waits)";
      case TICKER -> "state = 'ticker' and status <> 'canceled'";
      case OTHER -> "kind <> 'text' and state = 'inbox' and status <> 'canceled'";
      case CANCELED -> "status = 'canceled'";
      case PUBLISHED -> "state in ('taken', 'auto_published') and not update_waits";
      case DISCARDED -> "state = 'discarded' and status <> 'canceled'";
      case ALL -> "true";
    };
  }
}
