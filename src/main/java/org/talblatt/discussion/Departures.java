package org.talblatt.discussion;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.platform.page.PageChanges;

/**
 * Takes somebody's comments, votes and name out of the talk, and brings them back where they stay
 * after all. Each step does some rows at most, so that no thread is locked for longer than a page
 * takes, and says whether it found any. Threads are locked in the order of their articles.
 */
@Repository
class Departures {
  private static final int COMMENTS = 25;
  private static final int ROWS = 300;

  private final Threads threads;
  private final Comments comments;
  private final Standing standing;
  private final PageChanges pages;
  private final JdbcClient db;

  Departures(
      Threads threads, Comments comments, Standing standing, PageChanges pages, JdbcClient db) {
    this.threads = threads;
    this.comments = comments;
    this.standing = standing;
    this.pages = pages;
    this.db = db;
  }

  /** Published comments go; where they were answered a line stays. */
  boolean takeDown(AccountId account) {
    return move(account, "state = 'published'", Comment.State.DELETED, true);
  }

  /** What {@link #takeDown} took stands again. */
  boolean putBack(AccountId account) {
    return move(account, "taken_down and state = 'deleted'", Comment.State.PUBLISHED, false);
  }

  private boolean move(AccountId account, String which, Comment.State to, boolean takenDown) {
    List<CommentId> found = comments(account, which, COMMENTS);
    threads.lock(articles(found));
    for (CommentId id : found) {
      Comment comment = comments.find(id).orElseThrow();
      // somebody may have moved it while we waited for the lock
      if (comment.state() != to) {
        standing.move(comment, to, null, threads.lock(id.article()));
        db.sql("update comment set taken_down = ? where article = ? and number = ?")
            .params(takenDown, id.article().value(), id.number())
            .update();
      }
    }
    return !found.isEmpty();
  }

  /** Gives each thread's comments of this author the thread's next number of a former member. */
  boolean number(AccountId account) {
    List<ArticleId> articles =
        articles(account, "former is null and state in ('published', 'held')");
    threads.lock(articles);
    db.sql(
            """
            with given as (
              update thread set last_former = last_former + 1, change_number = change_number + 1
              where article = any(:articles) returning article, last_former)
            update comment c set former = g.last_former from given g
            where c.article = g.article and c.author = :account
            """)
        .param("articles", values(articles))
        .param("account", account.value())
        .update();
    return changed(articles);
  }

  /** Their name again. */
  boolean name(AccountId account) {
    List<ArticleId> articles = articles(account, "former is not null");
    threads.lock(articles);
    db.sql("update comment set former = null where author = ? and article = any(?)")
        .params(account.value(), values(articles))
        .update();
    db.sql("update thread set change_number = change_number + 1 where article = any(?)")
        .param(values(articles))
        .update();
    return changed(articles);
  }

  /** Votes go; counts go down by just as many. */
  boolean takeVotesBack(AccountId account) {
    List<ArticleId> articles =
        db.sql("select article from vote where account = ? order by article, number limit ?")
            .params(account.value(), ROWS)
            .query((row, n) -> new ArticleId(row.getLong(1)))
            .list();
    threads.lock(articles);
    db.sql(
            """
            with gone as (
              delete from vote where (article, account, number) in (
                select article, account, number from vote
                where account = :account and article = any(:articles)
                order by article, number limit :rows)
              returning article, number, account, value)
            update comment c
            set up = c.up - (g.value = 1)::int, down = c.down - (g.value = -1)::int
            from gone g where c.article = g.article and c.number = g.number
              and not exists (select from vote_ring_vote r where r.article = g.article
                and r.number = g.number and r.account = g.account and r.aside)
            """)
        .param("account", account.value())
        .param("articles", values(articles))
        .param("rows", ROWS)
        .update();
    if (!articles.isEmpty()) {
      pages.countsChanged(tags(articles));
    }
    return !articles.isEmpty();
  }

  /** That they belonged to a ring; what was set aside is gone by then, so no count changes. */
  boolean leaveRings(AccountId account) {
    return db.sql(
                """
                delete from vote_ring_vote where (ring, article, number, account) in (
                  select ring, article, number, account from vote_ring_vote
                  where account = ? limit ?)
                """)
            .params(account.value(), ROWS)
            .update()
        > 0;
  }

  /** What edits had replaced. */
  boolean eraseVersions(AccountId account) {
    return db.sql(
                """
                delete from comment_version where (article, number, revision) in (
                  select v.article, v.number, v.revision
                  from comment c join comment_version v using (article, number)
                  where c.author = ? limit ?)
                """)
            .params(account.value(), ROWS)
            .update()
        > 0;
  }

  /** Texts that readers can't see: taken down, deleted, rejected, never published. */
  boolean eraseTexts(AccountId account) {
    List<CommentId> found =
        comments(account, "state <> 'published' and (text <> '' or state = 'held')", ROWS);
    threads.lock(articles(found));
    db.sql(
            """
            update comment c set text = '', html = '', held_rule = null, taken_down = false,
              state = case when c.state = 'held' then 'deleted' else c.state end
            from unnest(:articles, :numbers) as e(article, number)
            where c.article = e.article and c.number = e.number and c.state <> 'published'
            """)
        .params(keys(found))
        .update();
    db.sql(
            """
            delete from mention m using unnest(:articles, :numbers) as e(article, number)
            where m.article = e.article and m.number = e.number
            """)
        .params(keys(found))
        .update();
    return changed(articles(found));
  }

  /** What is left of their comments is nobody's. */
  boolean handOver(AccountId account, AccountId nobody) {
    List<CommentId> found = comments(account, "true", ROWS);
    threads.lock(articles(found));
    db.sql(
            """
            update comment c set author = :nobody, submission = gen_random_uuid()
            from unnest(:articles, :numbers) as e(article, number)
            where c.article = e.article and c.number = e.number
            """)
        .params(keys(found))
        .param("nobody", nobody.value())
        .update();
    return !found.isEmpty();
  }

  boolean forgetVisits(AccountId account) {
    return db.sql(
                """
                delete from article_visit where (account, article) in (
                  select account, article from article_visit where account = ? limit ?)
                """)
            .params(account.value(), ROWS)
            .update()
        > 0;
  }

  private List<ArticleId> articles(AccountId account, String which) {
    return db.sql(
            "select distinct article from comment where author = ? and "
                + which
                + " order by article limit ?")
        .params(account.value(), COMMENTS)
        .query((row, n) -> new ArticleId(row.getLong(1)))
        .list();
  }

  private List<CommentId> comments(AccountId account, String which, int most) {
    return db.sql(
            "select article, number from comment where author = ? and "
                + which
                + " order by article, number limit ?")
        .params(account.value(), most)
        .query((row, n) -> new CommentId(new ArticleId(row.getLong(1)), row.getInt(2)))
        .list();
  }

  private static List<ArticleId> articles(Collection<CommentId> ids) {
    return ids.stream().map(CommentId::article).toList();
  }

  private static Map<String, Object> keys(Collection<CommentId> ids) {
    return Map.of(
        "articles", ids.stream().map(id -> id.article().value()).toArray(Long[]::new),
        "numbers", ids.stream().map(CommentId::number).toArray(Integer[]::new));
  }

  private boolean changed(Collection<ArticleId> articles) {
    if (!articles.isEmpty()) {
      pages.changed(tags(articles));
    }
    return !articles.isEmpty();
  }

  private static List<String> tags(Collection<ArticleId> articles) {
    return articles.stream().map(article -> "article:" + article).distinct().toList();
  }

  private static Long[] values(Collection<ArticleId> articles) {
    return articles.stream().map(ArticleId::value).toArray(Long[]::new);
  }
}
