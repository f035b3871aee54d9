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
        "truncate audit_entry cascade"
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
  void whereALineCameFromIsForgottenAfterNinetyDaysAndTheLineStays() {
    record(AuditEntry.of(SOMEBODY, "test.old", "thing", "so").because("eilig"));
    record(AuditEntry.of(SOMEBODY, "test.new", "thing", "so"));
    db.sql(
            """
            update audit_trace set written_at = now() - interval '91 days'
            from audit_entry where id = entry and what = 'test.old'
            """)
        .update();
    log.forgetBlocks();
    assertThat(lines("test.old")).containsExactly("7 address null thing so");
    assertThat(reasons("test.old")).containsExactly("eilig");
    assertThat(lines("test.new")).containsExactly("7 192.0.2.0 null thing so");
  }

  @Test
  void whatWasTypedAboutSomebodyGoesWithTheAccount() {
    AccountId gone = new AccountId(4711);
    record(AuditEntry.of(SOMEBODY, "test.locked", gone, "").because("droht dem Bäcker"));
    assertThat(reasons("test.locked")).containsExactly("droht dem Bäcker");
    transaction.executeWithoutResult(done -> log.forget(gone));
    assertThat(reasons("test.locked")).isEmpty();
    assertThat(lines("test.locked")).containsExactly("7 address 4711  ");
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

  private List<String> reasons(String what) {
    return db.sql(
            """
            select reason from audit_trace join audit_entry on id = entry
            where what = ? and reason is not null
            """)
        .param(what)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private List<String> lines(String what) {
    return db.sql(
            """
            select coalesce(by_account::text, 'null') || ' ' || coalesce(block, origin) || ' '
              || coalesce(account::text, 'null') || ' ' || subject || ' ' || details
            from audit_entry left join audit_trace on entry = id where what = ? order by id
            """)
        .param(what)
        .query((row, n) -> row.getString(1))
        .list();
  }
}
