package org.talblatt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.testing.TestPaper;

/** The desk's lists stay quick when there is much on file. */
class WireListsTest {
  private static final TestPaper paper = TestPaper.start();
  private final JdbcClient db = paper.door(JdbcClient.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @ParameterizedTest
  @EnumSource
  void aPageOfAListIsReadFromAnIndexInItsOrder(WireList list) {
    assertThat(plan(WireLists.page(list, false)))
        .contains("Index Scan using wire_item_")
        .doesNotContain("Sort", "Seq Scan");
    assertThat(plan(WireLists.page(list, true).replace(":after", "1")))
        .containsPattern("Index Cond: .*ROW\\(changed_at, id\\) <")
        .doesNotContain("Sort", "Seq Scan");
  }

  @Test
  void whatIsCountedIsBounded() {
    WireLists lists = paper.door(WireLists.class);
    db.sql(
            """
            insert into wire_item (provider, guid, state, kind, status, version, headline, kicker,
              credit, language, signal, codes)
            select 'x', 'urn:' || n, 'inbox', 'text', 'usable', 1, '', '', '', '', '', '{}'
            from generate_series(1, 12) n
            """)
        .update();
    assertThat(lists.count(WireList.INBOX, 10)).isEqualTo(10);
    assertThat(lists.count(WireList.INBOX, 100)).isEqualTo(12);
    assertThat(lists.count(WireList.CANCELED, 100)).isZero();
    var first = lists.of(WireList.INBOX, null, 5);
    assertThat(lists.of(WireList.INBOX, first.getLast().id(), 100))
        .hasSize(7)
        .doesNotContainAnyElementsOf(first);
  }

  /** How PostgreSQL would do it on a large table. */
  private String plan(String page) {
    return new TransactionTemplate(paper.door(PlatformTransactionManager.class))
        .execute(
            status -> {
              db.sql("set local enable_seqscan = off").update();
              db.sql("set local enable_sort = off").update();
              db.sql("set local enable_bitmapscan = off").update();
              return String.join(
                  "\n",
                  db.sql("explain " + page.replace(":limit", "40"))
                      .query((row, n) -> row.getString(1))
                      .list());
            });
  }
}
