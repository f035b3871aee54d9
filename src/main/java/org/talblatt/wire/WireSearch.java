package org.talblatt.wire;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The desk's lists, filtered and ordered as an editor wants them, and the agencies' plans. */
@Repository
public class WireSearch {
  private final JdbcClient db;

  WireSearch(JdbcClient db) {
    this.db = db;
  }

  /**
   * A piece of a list.
   *
   * @param ranked the weightiest first, else the newest
   * @param after only what comes behind this one; null = from the beginning
   */
  public List<WireEntry> list(
      WireList list, WireFilter filter, boolean ranked, @Nullable WireItemId after, int limit) {
    String order = ranked ? "rank_at" : "changed_at";
    String further =
        after == null
            ? ""
            : " and (%1$s, id) < (select %1$s, id from wire_item where id = :after)"
                .formatted(order);
    JdbcClient.StatementSpec statement =
        db.sql(
                WireItems.SELECT
                    + "where "
                    + WireLists.what(list)
                    + filter.sql()
                    + further
                    + " order by "
                    + order
                    + " desc, id desc limit :limit")
            .param("limit", limit);
    for (Object[] parameter : filter.parameters()) {
      statement = statement.param((String) parameter[0], parameter[1]);
    }
    return (after == null ? statement : statement.param("after", after.value()))
        .query(WireItems::entry)
        .list();
  }

  /** Changes with every change of any item: who watches a list reads it again then. */
  public String stand() {
    return db.sql(
            """
            select id || '-' || extract(epoch from changed_at) from wire_item
            order by changed_at desc, id desc limit 1
            """)
        .query(String.class)
        .optional()
        .orElse("0");
  }

  /** Whose items are on file, in order; hops from one to the next in the index. */
  public List<String> providers() {
    return db.sql(
            """
            with recursive each as (
              (select provider from wire_item order by provider limit 1)
              union all
              select (select provider from wire_item where provider > each.provider
                order by provider limit 1)
              from each where each.provider is not null)
            select provider from each where provider is not null limit 200
            """)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /**
   * An agency's word to the newsroom.
   *
   * @param text without markup
   */
  public record Plan(WireEntry entry, DeskKind kind, LocalDate day, String text) {}

  /** What agencies told the newsroom about the days from {@code first} to {@code last}. */
  public List<Plan> plans(LocalDate first, LocalDate last, ZoneId zone, int limit) {
    return db.sql(
            "select "
                + WireItems.COLUMNS
                + """
            , desk_kind, plain, coalesce(about_day, (received_at at time zone :zone)::date) as day
            from wire_item
            where state = 'ticker' and status <> 'canceled'
              and coalesce(about_day, (received_at at time zone :zone)::date) between :first and :last
            order by day, changed_at desc, id desc limit :limit
            """)
        .param("zone", zone.getId())
        .param("first", first)
        .param("last", last)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Plan(
                    WireItems.entry(row, n),
                    WireMarks.deskKind(row),
                    row.getDate("day").toLocalDate(),
                    WireMarks.text(row)))
        .list();
  }

  /** Waiting texts whose embargo ends on a day. */
  public List<WireEntry> embargoed(LocalDate day, ZoneId zone, int limit) {
    return db.sql(
            WireItems.SELECT
                + """
            where kind = 'text' and status = 'usable' and state = 'inbox'
              and embargo >= :from and embargo < :to
            order by embargo, id limit :limit
            """)
        .param("from", day.atStartOfDay(zone).toOffsetDateTime())
        .param("to", day.plusDays(1).atStartOfDay(zone).toOffsetDateTime())
        .param("limit", limit)
        .query(WireItems::entry)
        .list();
  }
}
