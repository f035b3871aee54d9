package org.talblatt.widget;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.platform.page.PageChanges;

/** All SQL of the sites; read again only after something changed, on whatever node. */
@Repository
class Sites {
  /** What is purged when a site changes, besides its fragments. */
  static final String TAG = "widget";

  private final JdbcClient db;
  private final PageChanges pages;
  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  Sites(JdbcClient db, PageChanges pages) {
    this.db = db;
    this.pages = pages;
  }

  /** The sites as they were read at that number of {@link PageChanges}. */
  private record Known(Map<String, Site> sites, long number) {}

  Optional<Site> find(String slug) {
    return Optional.ofNullable(known().get(slug));
  }

  /** Whether any site's pages come from there. */
  boolean allows(String origin) {
    return known().values().stream().anyMatch(site -> site.allows(origin));
  }

  private Map<String, Site> known() {
    Known before = known.get();
    if (before != null && pages.lastChange(TAG) <= before.number()) {
      return before.sites();
    }
    // first: what is read may be newer than the number it claims, never older
    long number = pages.number();
    Map<String, Site> sites =
        all().stream().collect(Collectors.toUnmodifiableMap(Site::slug, Function.identity()));
    known.set(new Known(sites, number));
    return sites;
  }

  /** As they are in the database. */
  List<Site> all() {
    return db.sql(
            """
            select slug, name, origins, section, query_names, pages_signed, secret, former_secret,
              former_until, keys
            from widget_site order by name, slug
            """)
        .query(Sites::site)
        .list();
  }

  /** False where the slug belongs to another one. */
  boolean insert(Site site) {
    return parameters(
                """
                insert into widget_site (slug, name, origins, section, query_names, pages_signed)
                values (:slug, :name, :origins, :section, :queryNames, :pagesSigned)
                on conflict do nothing
                """,
                site)
            .update()
        == 1;
  }

  boolean update(Site site) {
    return parameters(
                """
                update widget_site set name = :name, origins = :origins, section = :section,
                  query_names = :queryNames, pages_signed = :pagesSigned
                where slug = :slug
                """,
                site)
            .update()
        == 1;
  }

  /** A new secret; the one before stays good for a day. */
  boolean putSecret(String slug, String secret) {
    return db.sql(
                """
                update widget_site set former_secret = secret, secret = :secret, keys = null,
                  former_until = case when secret is not null then now() + interval '1 day' end
                where slug = :slug
                """)
            .param("slug", slug)
            .param("secret", secret)
            .update()
        == 1;
  }

  /** Public keys, or none: then nobody signs for the site's readers any more. */
  boolean putKeys(String slug, @Nullable String keys) {
    return db.sql(
                """
                update widget_site set secret = null, former_secret = null, former_until = null,
                  keys = :keys
                where slug = :slug
                """)
            .param("slug", slug)
            .param("keys", keys)
            .update()
        == 1;
  }

  boolean delete(String slug) {
    return db.sql("delete from widget_site where slug = ?").param(slug).update() == 1;
  }

  private JdbcClient.StatementSpec parameters(String sql, Site site) {
    return db.sql(sql)
        .param("slug", site.slug())
        .param("name", site.name())
        .param("origins", site.origins().toArray(String[]::new))
        .param("section", site.section())
        .param("queryNames", site.queryNames().toArray(String[]::new))
        .param("pagesSigned", site.pagesSigned());
  }

  private static Site site(ResultSet row, int number) throws SQLException {
    return new Site(
        row.getString("slug"),
        row.getString("name"),
        strings(row.getArray("origins")),
        row.getString("section"),
        strings(row.getArray("query_names")),
        row.getBoolean("pages_signed"),
        key(row));
  }

  private static SignOnKey key(ResultSet row) throws SQLException {
    String secret = row.getString("secret");
    if (secret != null) {
      Timestamp until = row.getTimestamp("former_until");
      return new SignOnKey.Shared(
          secret, row.getString("former_secret"), until == null ? null : until.toInstant());
    }
    String keys = row.getString("keys");
    return keys == null ? new SignOnKey.None() : new SignOnKey.Public(SignOnKeys.stored(keys));
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
