package org.talblatt.paper;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.platform.page.PageChanges;

/** Reads and changes the title; every page stands under the tag {@code paper}. */
@Component
public class Papers {
  private final JdbcClient db;
  private final PageChanges pages;
  private final AuditLog log;
  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  Papers(JdbcClient db, PageChanges pages, AuditLog log) {
    this.db = db;
    this.pages = pages;
    this.log = log;
  }

  /** The paper; read again only after something changed, on whatever node. */
  public Paper current() {
    Known before = known.get();
    long number = pages.number();
    if (before != null && before.number() == number) {
      return before.paper();
    }
    Paper paper =
        db.sql("select name, motto, language from paper")
            .query((row, n) -> new Paper(row.getString(1), row.getString(2), row.getString(3)))
            .single();
    known.set(new Known(paper, number));
    return paper;
  }

  /** Renames the paper. */
  @Transactional
  public void change(Paper paper, Actor by) {
    db.sql("update paper set name = ?, motto = ?, language = ?")
        .params(paper.name(), paper.motto(), paper.language())
        .update();
    log.record(
        AuditEntry.of(
            by,
            "paper.renamed",
            "paper",
            paper.name() + " · " + paper.motto() + " · " + paper.language()));
    pages.changed("paper");
  }

  /** Whether the demo filled this paper: its administrator's password is known to everybody. */
  public boolean demo() {
    return db.sql("select demo from paper").query(Boolean.class).single();
  }

  /** Marks the paper as the demo's, for good. */
  @Transactional
  public void markDemo() {
    db.sql("update paper set demo = true").update();
  }

  /** The paper as it was read at that number of {@link PageChanges}. */
  private record Known(Paper paper, long number) {}
}
