package org.talblatt.wire;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The desk's lists of items, newest change first. */
@Repository
class WireLists {
  /** What each list shows; the column names are wire_item's. */
  private static final String WHERE =
      """
      where case :list
        when 'inbox' then kind = 'text' and status <> 'canceled' and (state = 'inbox' or update_waits)
        when 'ticker' then state = 'ticker' and status <> 'canceled'
        when 'other' then kind <> 'text' and state = 'inbox' and status <> 'canceled'
        when 'canceled' then status = 'canceled'
        when 'published' then state in ('taken', 'auto_published') and not update_waits
        when 'discarded' then state = 'discarded' and status <> 'canceled'
        else true end
      """;

  private final JdbcClient db;

  WireLists(JdbcClient db) {
    this.db = db;
  }

  List<WireEntry> of(WireList list, @Nullable WireItemId after, int limit) {
    return db.sql(
            "select * from wire_item "
                + WHERE
                + """
                and (cast(:after as bigint) is null
                  or (changed_at, id) < (select changed_at, id from wire_item where id = :after))
                order by changed_at desc, id desc limit :limit
                """)
        .param("list", list.name().toLowerCase(Locale.ROOT))
        .param("after", after == null ? null : after.value(), java.sql.Types.BIGINT)
        .param("limit", limit)
        .query(WireItems::entry)
        .list();
  }

  int count(WireList list) {
    return db.sql("select count(*) from wire_item " + WHERE)
        .param("list", list.name().toLowerCase(Locale.ROOT))
        .query(Integer.class)
        .single();
  }
}
