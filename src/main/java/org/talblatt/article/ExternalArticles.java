package org.talblatt.article;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;

/** All SQL that makes articles of other houses' pages. */
@Repository
class ExternalArticles {
  private final JdbcClient db;

  ExternalArticles(JdbcClient db) {
    this.db = db;
  }

  /** Another house's page, which readers may talk under from now on. */
  ArticleId insert(Elsewhere page, String slug, Instant now) {
    return new ArticleId(
        db.sql(
                """
                insert into article (kind, external_address, section, slug, state, headline,
                  language, published_at, updated_at)
                values ('external', :address, :section, :slug, 'published', :headline,
                  :language, :now, :now)
                returning id
                """)
            .param("address", page.address())
            .param("headline", page.headline())
            .param("section", page.section())
            .param("language", page.language())
            .param("slug", slug)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single());
  }

  /** It has moved, or is called otherwise; false where nothing changes or it is not elsewhere. */
  boolean update(ArticleId id, Elsewhere page, String slug) {
    return db.sql(
                """
                update article set external_address = :address, headline = :headline, slug = :slug,
                  version = version + 1, updated_at = now()
                where id = :id and kind = 'external'
                  and (external_address, headline) is distinct from (:address, :headline)
                """)
            .param("address", page.address())
            .param("headline", page.headline())
            .param("slug", slug)
            .param("id", id.value())
            .update()
        == 1;
  }
}
