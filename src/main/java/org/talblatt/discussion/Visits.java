package org.talblatt.discussion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;

/** All SQL on how far somebody has read. */
@Repository
class Visits {
  private final JdbcClient db;

  Visits(JdbcClient db) {
    this.db = db;
  }

  /** Notes that a reader has seen the thread up to this number; never goes back. */
  void note(AccountId account, ArticleId article, int number) {
    db.sql(
            """
            insert into article_visit (account, article, seen_number)
            select :account, t.article, least(:number, t.last_number)
            from thread t join reachable_article a on a.id = t.article where t.article = :article
            on conflict (account, article) do update set seen_number = excluded.seen_number
            where article_visit.seen_number < excluded.seen_number
            """)
        .param("account", account.value())
        .param("article", article.value())
        .param("number", number)
        .update();
  }
}
