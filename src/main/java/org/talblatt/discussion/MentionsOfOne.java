package org.talblatt.discussion;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.identity.AccountName;
import org.talblatt.identity.ReaderNames;
import org.talblatt.platform.page.PageChanges;
import org.talblatt.platform.text.CommentMarkup;
import org.talblatt.platform.text.SafeHtml;

/** Where others name somebody. */
@Repository
class MentionsOfOne {
  private static final int COMMENTS = 50;

  private final Threads threads;
  private final ReaderNames names;
  private final PageChanges pages;
  private final JdbcClient db;

  MentionsOfOne(Threads threads, ReaderNames names, PageChanges pages, JdbcClient db) {
    this.threads = threads;
    this.names = names;
    this.pages = pages;
    this.db = db;
  }

  private record Naming(CommentId id, SafeHtml html) {}

  /**
   * The name stays in other people's texts as they typed it, but stands for nobody any more.
   *
   * @return whether there were any, and may be more
   */
  boolean unlink(AccountId account) {
    var found =
        db.sql(
                """
                select c.article, c.number, c.html
                from mention m join comment c using (article, number)
                where m.account = ? order by c.article, c.number limit ?
                """)
            .params(account.value(), COMMENTS)
            .query(
                (row, n) ->
                    new Naming(
                        new CommentId(new ArticleId(row.getLong(1)), row.getInt(2)),
                        SafeHtml.stored(row.getString(3))))
            .list();
    threads.lock(found.stream().map(naming -> naming.id().article()).toList());
    Set<String> keys = names.keysOf(account);
    found.forEach(naming -> unlink(account, naming, keys));
    return !found.isEmpty();
  }

  private void unlink(AccountId account, Naming naming, Set<String> keys) {
    CommentId id = naming.id();
    SafeHtml html =
        CommentMarkup.withoutMentions(naming.html(), name -> keys.contains(AccountName.key(name)));
    boolean done =
        db.sql("update comment set html = ? where article = ? and number = ? and html = ?")
                .params(html.html(), id.article().value(), id.number(), naming.html().html())
                .update()
            == 1;
    // an edit came in between: the next call reads what it says now
    if (done) {
      db.sql("delete from mention where article = ? and number = ? and account = ?")
          .params(id.article().value(), id.number(), account.value())
          .update();
    }
    pages.changed("article:" + id.article());
  }
}
