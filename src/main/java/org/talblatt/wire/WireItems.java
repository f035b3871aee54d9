package org.talblatt.wire;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;

/** All SQL on items and their versions. */
@Repository
class WireItems {
  /** All of an entry; its whole text, which is long, only who needs it asks for. */
  static final String COLUMNS =
      """
      id, provider, guid, state, kind, status, version, headline, kicker, credit, urgency, signal,
      embargo, codes, canceled_at, update_waits, discard_reason, section, lift, near, action,
      discussion, rules, received_at, changed_at
      """;

  /** Reads entries. */
  static final String SELECT = "select " + COLUMNS + "from wire_item ";

  private static final int MOMENT = java.sql.Types.TIMESTAMP_WITH_TIMEZONE;

  private final JdbcClient db;

  WireItems(JdbcClient db) {
    this.db = db;
  }

  /** Puts a new item on file; false where one with this identity is there already. */
  boolean insert(WireItem item, WireEntry.State state) {
    return texts(
                db.sql(
                    """
                    insert into wire_item (provider, guid, state, kind, status, version,
                      version_created, updated, headline, kicker, credit, language, urgency,
                      signal, embargo, codes, canceled_at)
                    values (:provider, :guid, :state, :kind, :status, :version, :created,
                      :updated, :headline, :kicker, :credit, :language, :urgency, :signal,
                      :embargo, :codes, case when :status = 'canceled' then now() end)
                    on conflict (provider, guid) do nothing
                    """),
                item)
            .param("guid", item.guid())
            .param("provider", item.provider())
            .param("state", lower(state))
            .update()
        == 1;
  }

  /** The item with this identity; nobody else changes it before the transaction ends. */
  WireEntry lock(String provider, String guid) {
    return db.sql(SELECT + "where provider = ? and guid = ? for update")
        .params(provider, guid)
        .query(WireItems::entry)
        .single();
  }

  Optional<WireEntry> lock(WireItemId id) {
    return db.sql(SELECT + "where id = ? for update")
        .param(id.value())
        .query(WireItems::entry)
        .optional();
  }

  Optional<WireEntry> find(WireItemId id) {
    return db.sql(SELECT + "where id = ?").param(id.value()).query(WireItems::entry).optional();
  }

  Standing standing(WireItemId id) {
    return db.sql(
            """
            select version, version_created, updated, status, canceled_at is not null as canceled
            from wire_item where id = ?
            """)
        .param(id.value())
        .query(
            (row, n) ->
                new Standing(
                    new VersionKey(
                        row.getLong("version"),
                        moment(row, "version_created"),
                        moment(row, "updated")),
                    WireItem.Status.valueOf(upper(row, "status")),
                    row.getBoolean("canceled")))
        .single();
  }

  /** Keeps a version; false where it is on file already. */
  boolean addVersion(WireItemId id, VersionKey key, WireItem.Status status, long file, int place) {
    return db.sql(
                """
                insert into wire_version (item, file, position, version, version_created, updated,
                  status)
                values (:item, :file, :position, :version, :created, :updated, :status)
                on conflict do nothing
                """)
            .param("item", id.value())
            .param("file", file)
            .param("position", place)
            .param("version", key.version())
            .param("created", timestamp(key.created()), MOMENT)
            .param("updated", timestamp(key.updated()), MOMENT)
            .param("status", lower(status))
            .update()
        == 1;
  }

  /** Shows a newer version. */
  void show(WireItemId id, WireItem item, WireEntry.State state, boolean updateWaits) {
    texts(
            db.sql(
                """
                update wire_item set state = :state, kind = :kind, status = :status,
                  version = :version, version_created = :created, updated = :updated,
                  headline = :headline, kicker = :kicker, credit = :credit, language = :language,
                  urgency = :urgency, signal = :signal, embargo = :embargo, codes = :codes,
                  update_waits = :updateWaits, changed_at = now(),
                  canceled_at = case when :status = 'canceled' then coalesce(canceled_at, now())
                    else canceled_at end
                where id = :id
                """),
            item)
        .param("id", id.value())
        .param("state", lower(state))
        .param("updateWaits", updateWaits)
        .update();
  }

  /** A cancel of an older version than the one that is shown. */
  void rememberCancel(WireItemId id, WireEntry.State state) {
    db.sql(
            """
            update wire_item set canceled_at = coalesce(canceled_at, now()), state = :state,
              update_waits = false, changed_at = now()
            where id = :id
            """)
        .param("id", id.value())
        .param("state", lower(state))
        .update();
  }

  void move(WireItemId id, WireEntry.State state, String reason, @Nullable AccountId by) {
    db.sql(
            """
            update wire_item set state = :state, discard_reason = :reason, handled_by = :by,
              update_waits = false, changed_at = now()
            where id = :id
            """)
        .param("id", id.value())
        .param("state", lower(state))
        .param("reason", reason)
        .param("by", by == null ? null : by.value(), java.sql.Types.BIGINT)
        .update();
  }

  /** Where the newest version lies: file, and place in it. */
  record Place(long file, int position) {}

  Place newest(WireItemId id) {
    return db.sql(
            """
            select v.file, v.position from wire_version v join wire_item i on i.id = v.item
            where i.id = ? and v.version = i.version
              and v.version_created is not distinct from i.version_created
              and v.updated is not distinct from i.updated and v.status = i.status
            """)
        .param(id.value())
        .query((row, n) -> new Place(row.getLong(1), row.getInt(2)))
        .single();
  }

  private static JdbcClient.StatementSpec texts(JdbcClient.StatementSpec statement, WireItem item) {
    VersionKey key = VersionKey.of(item);
    OffsetDateTime embargo = item.embargo();
    return statement
        .param("kind", lower(item.kind()))
        .param("status", lower(item.status()))
        .param("version", key.version())
        .param("created", timestamp(key.created()), MOMENT)
        .param("updated", timestamp(key.updated()), MOMENT)
        .param("headline", item.headline())
        .param("kicker", item.kicker())
        .param("credit", item.credit())
        .param("language", item.language())
        .param("urgency", item.urgency(), java.sql.Types.SMALLINT)
        .param("signal", item.signal())
        .param("codes", item.codes().toArray(String[]::new))
        .param("embargo", embargo, MOMENT);
  }

  static WireEntry entry(ResultSet row, int number) throws SQLException {
    int urgency = row.getInt("urgency");
    return new WireEntry(
        new WireItemId(row.getLong("id")),
        row.getString("provider"),
        row.getString("guid"),
        WireEntry.State.valueOf(upper(row, "state")),
        WireItem.Kind.valueOf(upper(row, "kind")),
        WireItem.Status.valueOf(upper(row, "status")),
        row.getLong("version"),
        row.getString("headline"),
        row.getString("kicker"),
        row.getString("credit"),
        urgency == 0 ? null : urgency,
        row.getString("signal"),
        moment(row, "embargo"),
        List.of((String[]) row.getArray("codes").getArray()),
        row.getTimestamp("canceled_at") != null && !row.getString("status").equals("canceled"),
        row.getBoolean("update_waits"),
        row.getString("discard_reason"),
        WireMarks.route(row),
        row.getTimestamp("received_at").toInstant(),
        row.getTimestamp("changed_at").toInstant());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String upper(ResultSet row, String column) throws SQLException {
    return row.getString(column).toUpperCase(Locale.ROOT);
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  private static @Nullable OffsetDateTime timestamp(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
