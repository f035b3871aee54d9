package org.talblatt.discussion;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.platform.page.PageChanges;

/**
 * Takes the votes of a ring out of the counts, and puts them back. Threads and comments are locked
 * as every other write locks them, so that counts equal a recount of {@code counted_vote} at any
 * moment. Counts change by what the ring gave: those that were imported without their voters stay.
 */
@Component
public class SetAside {
  private final Threads threads;
  private final PageChanges pages;
  private final JdbcClient db;

  SetAside(Threads threads, PageChanges pages, JdbcClient db) {
    this.threads = threads;
    this.pages = pages;
    this.db = db;
  }

  private record Touched(ArticleId article, AccountId author) {}

  /** The ring's votes don't count any more; what of them another ring took out stays out. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(long ring) {
    lock(ring);
    addCounted(ring, -1);
    mark(ring, true);
  }

  /** The ring's votes count again, as they stand now. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void putBack(long ring) {
    lock(ring);
    mark(ring, false);
    addCounted(ring, 1);
  }

  private void mark(long ring, boolean aside) {
    db.sql("update vote_ring_vote set aside = ? where ring = ?").params(aside, ring).update();
  }

  /** Adds those of the ring's votes that count at this moment to the counts, or takes them out. */
  private void addCounted(long ring, int sign) {
    changed(
        db.sql(
                """
                with counted as (
                  select article, number, count(*) filter (where v.value = 1) as up,
                    count(*) filter (where v.value = -1) as down
                  from vote_ring_vote r join counted_vote v using (article, number, account)
                  where r.ring = :ring group by article, number)
                update comment c set up = c.up + :sign * n.up, down = c.down + :sign * n.down
                from counted n where c.article = n.article and c.number = n.number
                returning c.article, c.author
                """)
            .param("ring", ring)
            .param("sign", sign)
            .query((row, n) -> new Touched(new ArticleId(row.getLong(1)), author(row.getLong(2))))
            .list());
  }

  private void lock(long ring) {
    threads.lock(
        db.sql("select distinct article from vote_ring_vote where ring = ?")
            .param(ring)
            .query((row, n) -> new ArticleId(row.getLong(1)))
            .list());
    db.sql(
            """
            select number from comment
            where (article, number) in (select article, number from vote_ring_vote where ring = ?)
            order by article, number for no key update
            """)
        .param(ring)
        .query(Integer.class)
        .list();
  }

  private void changed(List<Touched> touched) {
    pages.countsChanged(
        touched.stream()
            .flatMap(
                each -> List.of("article:" + each.article(), "reader:" + each.author()).stream())
            .distinct()
            .toList());
  }

  private static AccountId author(long account) {
    return new AccountId(account);
  }
}
