package org.talblatt.widget;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;

/** All SQL of which page of which site has which talk. */
@Repository
class TalkedPages {
  private final JdbcClient db;

  TalkedPages(JdbcClient db) {
    this.db = db;
  }

  /** A page with a talk, as it was called last. */
  record Talked(ArticleId article, String address, String headline) {
    /** As it is called by what the site signed. */
    Talked followed(Pass pass) {
      return new Talked(
          article,
          pass.signed().address() ? pass.page().address() : address,
          pass.signed().headline() ? pass.headline() : headline);
    }
  }

  /** A page as administrators see it. */
  record Listed(
      ArticleId article, String address, String headline, boolean withdrawn, int comments) {}

  Optional<Talked> find(String site, String key) {
    return db.sql(
            """
            select p.article, a.external_address, a.headline
            from widget_page p join article a on a.id = p.article
            where p.site = ? and p.page_key = ?
            """)
        .params(site, key)
        .query(
            (row, n) ->
                new Talked(new ArticleId(row.getLong(1)), row.getString(2), row.getString(3)))
        .optional();
  }

  /** One talk begins after the other, until the transaction ends: a page gets one. */
  void queueUp() {
    db.sql("select pg_advisory_xact_lock(hashtext('widget_page'))").query().listOfRows();
  }

  void put(String site, String key, ArticleId article) {
    db.sql("insert into widget_page (site, page_key, article) values (?, ?, ?)")
        .params(site, key, article.value())
        .update();
  }

  /** The newest of a site first. */
  List<Listed> newest(String site, int most) {
    return db.sql(
            """
            select a.id, a.external_address, a.headline, a.state = 'withdrawn',
              coalesce(t.published_count, 0)
            from widget_page p join article a on a.id = p.article
            left join thread t on t.article = a.id
            where p.site = ? order by a.id desc limit ?
            """)
        .params(site, most)
        .query(
            (row, n) ->
                new Listed(
                    new ArticleId(row.getLong(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getBoolean(4),
                    row.getInt(5)))
        .list();
  }

  /** Whether the talk belongs to the site. */
  boolean holds(String site, ArticleId article) {
    return db.sql("select exists (select from widget_page where site = ? and article = ?)")
        .params(site, article.value())
        .query(Boolean.class)
        .single();
  }
}
