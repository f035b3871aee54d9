package org.talblatt.wire;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what items are found by, and of where the rules put them. */
@Repository
class WireMarks {
  private static final String KNOWN =
      "select " + WireItems.COLUMNS + ", topics, places, language, plain from wire_item ";

  private final JdbcClient db;

  WireMarks(JdbcClient db) {
    this.db = db;
  }

  /** Keeps what the item of the newest version can be found by. */
  void find(WireItemId id, WireItem item, WireFacts facts) {
    LocalDate day = item.forEditors() ? AboutDay.of(item) : null;
    db.sql(
            """
            update wire_item set topics = :topics, places = :places, plain = :plain,
              desk_kind = :deskKind, about_day = :day
            where id = :id
            """)
        .param("topics", facts.topics().toArray(String[]::new))
        .param("places", facts.places().toArray(String[]::new))
        .param("plain", facts.plain())
        .param("deskKind", item.forEditors() ? lower(DeskKind.of(item)) : "")
        .param("day", day == null ? null : Date.valueOf(day), Types.DATE)
        .param("id", id.value())
        .update();
  }

  /** Keeps where the rules put it; moves nothing. */
  void route(WireItemId id, WireRoute route) {
    db.sql(
            """
            update wire_item set routed = true, section = :section, lift = :lift, near = :near, action = :action,
              discussion = :discussion, rules = :rules
            where id = :id
            """)
        .param("section", route.section())
        .param("lift", route.lift())
        .param("near", route.near().toArray(String[]::new))
        .param("action", lower(route.action()))
        .param("discussion", route.discussion())
        .param("rules", route.rules().toArray(String[]::new))
        .param("id", id.value())
        .update();
  }

  /** Puts it away by rule, unless somebody took it back from there or brought it out. */
  void discard(WireItemId id, String reason) {
    db.sql(
            """
            update wire_item set state = 'discarded', discard_reason = :reason
            where id = :id and state in ('inbox', 'ticker') and handled_by is null
              and status <> 'canceled'
            """)
        .param("reason", reason)
        .param("id", id.value())
        .update();
  }

  /** An item and what rules look at. */
  record Known(WireEntry entry, WireFacts facts) {}

  /** The newest, whatever became of them. */
  List<Known> newest(int limit) {
    return db.sql(KNOWN + "order by changed_at desc, id desc limit ?")
        .param(limit)
        .query(WireMarks::known)
        .list();
  }

  /** Waiting ones that nobody asked the rules about, the newest first. */
  List<Known> unrouted(int limit) {
    return db.sql(
            KNOWN
                + """
            where not routed and state in ('inbox', 'ticker')
            order by id desc limit ? for update skip locked
            """)
        .param(limit)
        .query(WireMarks::known)
        .list();
  }

  /** All that wait are to be asked about again. */
  void forgetRoutes() {
    db.sql("update wire_item set routed = false where state in ('inbox', 'ticker')").update();
  }

  static WireRoute route(ResultSet row) throws SQLException {
    return new WireRoute(
        row.getString("section"),
        row.getInt("lift"),
        strings(row.getArray("near")),
        WireRoute.Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
        row.getString("discussion"),
        strings(row.getArray("rules")));
  }

  private static Known known(ResultSet row, int number) throws SQLException {
    int urgency = row.getInt("urgency");
    WireFacts facts =
        new WireFacts(
            row.getString("provider"),
            strings(row.getArray("topics")),
            strings(row.getArray("places")),
            urgency == 0 ? null : urgency,
            row.getString("language"),
            "",
            "");
    return new Known(WireItems.entry(row, number), WireFacts.stored(facts, row.getString("plain")));
  }

  static DeskKind deskKind(ResultSet row) throws SQLException {
    String word = row.getString("desk_kind");
    return word.isEmpty() ? DeskKind.MESSAGE : DeskKind.valueOf(word.toUpperCase(Locale.ROOT));
  }

  static String text(ResultSet row) throws SQLException {
    return WireFacts.text(row.getString("plain"));
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
