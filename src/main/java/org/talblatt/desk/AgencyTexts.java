package org.talblatt.desk;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;
import org.talblatt.platform.text.SafeHtml;

/** All SQL on the agencies' wordings that our articles were brought up to. */
@Repository
class AgencyTexts {
  private final JdbcClient db;

  AgencyTexts(JdbcClient db) {
    this.db = db;
  }

  /** The one that an article was last brought up to; empty where no agency wrote it. */
  Optional<AgencyText> find(ArticleId article) {
    return db.sql("select * from desk_agency_text where article = ?")
        .param(article.value())
        .query(
            (row, n) ->
                new AgencyText(
                    row.getString("headline"),
                    row.getString("kicker"),
                    row.getString("subhead"),
                    row.getString("teaser"),
                    row.getString("byline"),
                    row.getString("credit"),
                    row.getString("dateline"),
                    SafeHtml.stored(row.getString("body_html")),
                    List.of((String[]) row.getArray("topics").getArray())))
        .optional();
  }

  void put(ArticleId article, AgencyText text) {
    db.sql(
            """
            insert into desk_agency_text values (:article, :headline, :kicker, :subhead, :teaser,
              :byline, :credit, :dateline, :body, :topics)
            on conflict (article) do update set headline = excluded.headline,
              kicker = excluded.kicker, subhead = excluded.subhead, teaser = excluded.teaser,
              byline = excluded.byline, credit = excluded.credit, dateline = excluded.dateline,
              body_html = excluded.body_html, topics = excluded.topics
            """)
        .param("article", article.value())
        .param("headline", text.headline())
        .param("kicker", text.kicker())
        .param("subhead", text.subhead())
        .param("teaser", text.teaser())
        .param("byline", text.byline())
        .param("credit", text.credit())
        .param("dateline", text.dateline())
        .param("body", text.body().html())
        .param("topics", text.topics().toArray(String[]::new))
        .update();
  }

  /**
   * Keeps what the article is made of so far, so that its new version can be taken back; to be
   * called before that is put.
   */
  void remember(ArticleId article, int version) {
    db.sql(
            """
            update desk_agency_text t set before = to_jsonb(t) - 'before' || jsonb_build_object(
              'since', :version::int, 'version', w.article_version, 'unread', w.unread)
            from desk_wire_article w
            where t.article = :article and w.article = t.article
              and (t.before ->> 'since')::int is distinct from :version::int
            """)
        .param("version", version)
        .param("article", article.value())
        .update();
  }

  /**
   * The wording before the one that this version of the article brought counts again.
   *
   * @return how the article was made of it; empty where the version brought none
   */
  Optional<TakenItems.Taken> takeBack(ArticleId article, int version) {
    return db.sql(
            """
            update desk_agency_text t set headline = b.headline, kicker = b.kicker,
              subhead = b.subhead, teaser = b.teaser, byline = b.byline, credit = b.credit,
              dateline = b.dateline, body_html = b.body_html, topics = b.topics, before = null
            from desk_agency_text o, jsonb_populate_record(null::desk_agency_text, o.before) b
            where o.article = :article and t.article = o.article
              and (o.before ->> 'since')::int = :version
            returning (o.before ->> 'version')::int, (o.before ->> 'unread')::boolean
            """)
        .param("article", article.value())
        .param("version", version)
        .query((row, n) -> new TakenItems.Taken(article, row.getInt(1), row.getBoolean(2)))
        .optional();
  }
}
