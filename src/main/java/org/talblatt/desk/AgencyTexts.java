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
}
