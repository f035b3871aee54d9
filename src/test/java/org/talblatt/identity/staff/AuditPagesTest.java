package org.talblatt.identity.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.identity.Grant;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.identity.Staff;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.platform.text.Messages;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** The audit log is searched, paged through and taken along. */
class AuditPagesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader CHIEF = TestReaders.create(paper, "Chefin", Role.ADMINISTRATOR);
  private final TestBrowser chief = TestBrowser.as(paper, CHIEF);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aLineIsFoundByWhoWhatWhomTextAndDay() {
    Reader editor = TestReaders.create(paper, "Gesuchte Person");
    Actor by = Actor.of(CHIEF.account(), "203.0.113.0");
    paper.door(Staff.class).grant(editor.account(), Grant.parse("editor"), by);
    paper.door(Staff.class).lock(editor.account(), "Probe 100%", Actor.console());
    assertThat(texts("?wen=gesuchte")).hasSize(2);
    assertThat(texts("?wen=gesuchte").getFirst())
        .contains("Konto gesperrt", "Gesuchte Person", "Probe 100%", "Kommandozeile");
    assertThat(texts("?wen=gesuchte&wer=chefin"))
        .singleElement()
        .asString()
        .contains("Rolle gegeben", "editor", "Chefin", "203.0.113.0");
    assertThat(texts("?wen=gesuchte&wer=203.0.113")).hasSize(1);
    assertThat(texts("?wen=gesuchte&was=account.locked")).hasSize(1);
    assertThat(texts("?wen=gesuchte&text=probe%20100%25")).hasSize(1);
    assertThat(texts("?text=probe%25%25")).as("no pattern").isEmpty();
    assertThat(texts("?konto=" + editor.account())).hasSize(2);
    LocalDate today = LocalDate.now(paper.settings().zone());
    assertThat(texts("?wen=gesuchte&von=" + today + "&bis=" + today)).hasSize(2);
    assertThat(texts("?wen=gesuchte&bis=" + today.minusDays(1))).isEmpty();
    assertThat(texts("?wen=gesuchte&von=" + today.plusDays(1))).isEmpty();
  }

  @Test
  void aDayThatIsNoneIsSaidAndWhatWasTypedStays() {
    for (String day : List.of("gestern", "2026-02-30", "99999-01-01", "0000-01-01")) {
      HttpResponse<String> answer = chief.get("/verwaltung/protokoll?wen=x&von=" + day);
      assertThat(answer.statusCode()).as(day).isEqualTo(422);
      Document page = Jsoup.parse(answer.body());
      assertThat(page.select("[role=alert]").text()).contains("„" + day + "“ ist kein Tag");
      assertThat(page.select("#wen").val()).isEqualTo("x");
      assertThat(page.select("#von").val()).isEqualTo(day);
      assertThat(chief.get("/verwaltung/protokoll.csv?von=" + day).statusCode()).isEqualTo(422);
    }
    assertThat(chief.get("/verwaltung/protokoll?vor=quatsch&konto=x").statusCode()).isEqualTo(200);
    assertThat(chief.get("/verwaltung/protokoll?wer=%00" + "y".repeat(3000)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aLongLogGoesOnOnTheNextPage() {
    for (int i = 0; i < 52; i++) {
      record(AuditEntry.of(Actor.program(), "test.many", "Ding & Co", "Nr. " + i));
    }
    Document first = page("?was=test.many&wen=Ding+%26+Co");
    assertThat(first.select(".staff-log li")).hasSize(50);
    assertThat(first.select(".staff-log li").eachText().getFirst()).contains("Nr. 51");
    Document second = Jsoup.parse(chief.get(first.select("a[rel=next]").attr("href")).body());
    assertThat(second.select(".staff-log li")).hasSize(2);
    assertThat(second.select("#wen").val()).isEqualTo("Ding & Co");
    String csv = chief.get(second.select("a[download]").attr("href")).body();
    assertThat(csv.lines()).hasSize(53);
  }

  @Test
  void theTableIsReadBySpreadsheetsAndRunsNothing() {
    record(AuditEntry.of(Actor.program(), "test.csv", "=HYPERLINK(\"x\")", "zwei; \"drei\""));
    HttpResponse<String> answer = chief.get("/verwaltung/protokoll.csv?was=test.csv");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(answer.body()).startsWith("\ufeff\"id\";\"at\";");
    assertThat(answer.body())
        .contains("\"'=HYPERLINK(\"\"x\"\")\";\"\";\"zwei; \"\"drei\"\"\"\r\n");
  }

  @Test
  void anErasedAccountLeavesItsNumber() {
    record(
        AuditEntry.of(Actor.program(), "test.gone", new org.talblatt.base.AccountId(77_777), ""));
    assertThat(texts("?was=test.gone").getFirst()).contains("test.gone", "Konto 77777");
  }

  @Test
  void everyVerbThatTheProgramWritesHasItsWords() {
    List<String> verbs =
        paper
            .door(JdbcClient.class)
            .sql("select distinct what from audit_entry where what not like 'test.%'")
            .query((row, n) -> row.getString(1))
            .list();
    for (String language : Messages.LANGUAGES) {
      assertThat(verbs)
          .allSatisfy(
              verb -> assertThat(AuditView.verb(verb, Messages.of(language))).isNotEqualTo(verb));
    }
  }

  private List<String> texts(String query) {
    return page(query).select(".staff-log li").eachText();
  }

  private Document page(String query) {
    HttpResponse<String> answer = chief.get("/verwaltung/protokoll" + query);
    assertThat(answer.statusCode()).as(query).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static void record(AuditEntry entry) {
    AuditLog log = paper.door(AuditLog.class);
    paper.door(TransactionTemplate.class).executeWithoutResult(done -> log.record(entry));
  }
}
