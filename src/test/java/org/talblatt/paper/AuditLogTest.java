package org.talblatt.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.platform.text.Messages;
import org.talblatt.testing.TestPaper;

/** The audit log is added to in the writer's transaction, and never changed. */
class AuditLogTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Actor SOMEBODY = Actor.of(new AccountId(7), "192.0.2.0");
  private final AuditLog log = paper.door(AuditLog.class);
  private final JdbcClient db = paper.door(JdbcClient.class);
  private final TransactionTemplate transaction = paper.door(TransactionTemplate.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aLineSaysWhoDidWhatToWhomAndFromWhere() {
    record(AuditEntry.of(SOMEBODY, "test.done", new AccountId(9), "so"));
    assertThat(lines("test.done")).containsExactly("7 192.0.2.0 9  so");
    record(AuditEntry.of(Actor.console(), "test.set", "a setting", "from 1 to 2"));
    assertThat(lines("test.set")).containsExactly("null console null a setting from 1 to 2");
  }

  @Test
  void aLineIsStoredWithWhatItTellsOrNotAtAll() {
    AuditEntry entry = AuditEntry.of(SOMEBODY, "test.undone", "thing", "");
    assertThatThrownBy(() -> log.record(entry))
        .isInstanceOf(IllegalTransactionStateException.class);
    transaction.executeWithoutResult(
        status -> {
          log.record(entry);
          status.setRollbackOnly();
        });
    assertThat(lines("test.undone")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set details = 'other'",
        "update audit_entry set details = 'other' where false",
        "delete from audit_entry",
        "truncate audit_entry"
      })
  void whatIsWrittenStays(String attempt) {
    record(AuditEntry.of(SOMEBODY, "test.stays", "thing", ""));
    assertThatThrownBy(() -> db.sql(attempt).update())
        .hasStackTraceContaining("only ever added to");
    assertThat(lines("test.stays")).isNotEmpty();
  }

  @Test
  void whateverIsTypedCanBeStoredAndNothingIsBoundless() {
    record(AuditEntry.of(SOMEBODY, "test.typed", "a\0b\ud800c", "🏔".repeat(10_000)));
    String details =
        db.sql("select details from audit_entry where what = 'test.typed'")
            .query((row, n) -> row.getString(1))
            .single();
    assertThat(details.codePointCount(0, details.length())).isEqualTo(2000);
    assertThat(details).endsWith("🏔…");
    assertThat(lines("test.typed").getFirst()).contains("ab?c");
    assertThatThrownBy(() -> AuditEntry.of(SOMEBODY, "No verb", "x", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thePapersOwnSettingsAreInIt() {
    Papers papers = paper.door(Papers.class);
    Paper before = papers.current();
    papers.change(new Paper("Der Bote", before.motto(), before.language()), SOMEBODY);
    papers.change(before, SOMEBODY);
    assertThat(lines("paper.renamed").getFirst()).contains("7 192.0.2.0", "paper Der Bote");
    paper
        .door(LegalTexts.class)
        .change(LegalTexts.Name.HAUSREGELN, Messages.of("de"), "<p>Seid nett.</p>", SOMEBODY);
    assertThat(lines("paper.text-changed")).containsExactly("7 192.0.2.0 null hausregeln de");
  }

  private void record(AuditEntry entry) {
    transaction.executeWithoutResult(done -> log.record(entry));
  }

  private List<String> lines(String what) {
    return db.sql(
            """
            select coalesce(by_account::text, 'null') || ' ' || origin || ' '
              || coalesce(account::text, 'null') || ' ' || subject || ' ' || details
            from audit_entry where what = ? order by id
            """)
        .param(what)
        .query((row, n) -> row.getString(1))
        .list();
  }
}
