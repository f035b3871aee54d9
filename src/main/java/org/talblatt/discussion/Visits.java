package org.talblatt.discussion;

import java.util.List;
import java.util.Optional;
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

  /** That a reader has seen a thread up to this number. */
  record Visit(AccountId account, ArticleId article, int number) {}

  /** Notes how far readers have seen; never goes back. */
  void note(List<Visit> visits) {
    db.sql(
            """
            insert into article_visit (account, article, seen_number)
            select v.account, v.article, least(v.number, t.last_number)
            from unnest(:accounts, :articles, :numbers) v(account, article, number)
            join account r on r.id = v.account
            join thread t on t.article = v.article
            join reachable_article a on a.id = v.article
            -- in an order that all nodes keep to
            order by v.account, v.article
            on conflict (account, article) do update set seen_number = excluded.seen_number
            where article_visit.seen_number < excluded.seen_number
            """)
        .param("accounts", visits.stream().map(v -> v.account().value()).toArray(Long[]::new))
        .param("articles", visits.stream().map(v -> v.article().value()).toArray(Long[]::new))
        .param("numbers", visits.stream().map(Visit::number).toArray(Integer[]::new))
        .update();
  }

  /** How far a reader has seen; empty where they were never here. */
  Optional<Integer> seen(AccountId account, ArticleId article) {
    return db.sql("select seen_number from article_visit where account = ? and article = ?")
        .params(account.value(), article.value())
        .query(Integer.class)
        .optional();
  }

  /** What others wrote behind this number, without those whom the reader does not want to read. */
  Fresh fresh(AccountId account, ArticleId article, int since) {
    return new Fresh(
        since,
        db.sql(
                """
                select c.number from public_comment c
                where c.article = :article and c.number > :since and c.state = 'published'
                and c.author <> :account
                and not exists (select from ignored_reader i
                  where i.account = :account and i.ignored = c.author)
                order by c.number limit :most
                """)
            .param("article", article.value())
            .param("since", since)
            .param("account", account.value())
            .param("most", Fresh.MOST)
            .query((row, n) -> row.getInt(1))
            .list());
  }
}
