package org.talblatt.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Another name, and what becomes of the old one. */
class NamingTest {
  private static final TestPaper paper = TestPaper.start();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aNameIsChangedOnceInThirtyDaysAndTheReaderIsTold() {
    Reader reader = TestReaders.withPassword(paper, "Erste Wahl");
    TestBrowser browser = TestBrowser.as(paper, reader);
    HttpResponse<String> done = rename(browser, "Zweite Wahl");
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(browser.cookies().get("leser")).isEqualTo("Zweite%20Wahl");
    assertThat(browser.follow(done).body())
        .contains("Dein neuer Name steht jetzt überall", "Einen anderen Namen kannst du ab");
    HttpResponse<String> again = rename(browser, "Dritte Wahl");
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("noch keine 30 Tage", "value=\"Dritte Wahl\"");
    assertThat(TestMails.await(paper, TestReaders.email("Erste Wahl")).text())
        .contains("heißt du jetzt Zweite Wahl statt Erste Wahl");
    assertThat(logged(reader)).containsExactly("account.renamed");
    assertThat(new TestBrowser(paper).login("Zweite Wahl").statusCode()).isEqualTo(303);
    assertThat(new TestBrowser(paper).login("Erste Wahl").statusCode()).isEqualTo(422);
    monthPasses(reader);
    assertThat(rename(browser, "Dritte Wahl").statusCode()).isEqualTo(303);
  }

  @Test
  void theNameGivenUpStaysReservedForWhoBoreIt() {
    Reader reader = TestReaders.create(paper, "Altname");
    TestBrowser browser = TestBrowser.as(paper, reader);
    rename(browser, "Neuname");
    TestBrowser other = TestBrowser.as(paper, TestReaders.create(paper, "Neidisch"));
    assertThat(rename(other, "ALTNAME").body()).contains("gibt es schon");
    assertThat(register("Altname")).contains("gibt es schon");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> TestReaders.create(paper, "altname"))
        .isInstanceOf(Failure.class);
    monthPasses(reader);
    assertThat(rename(browser, "Altname").statusCode()).as("back again").isEqualTo(303);
    assertThat(rename(other, "Neuname").statusCode()).as("reserved in its turn").isEqualTo(422);
  }

  @Test
  void whoIsSuspendedChangesNothingThatOthersSee() {
    Reader reader = TestReaders.create(paper, "Gesperrt");
    TestBrowser browser = TestBrowser.as(paper, reader);
    paper
        .door(JdbcClient.class)
        .sql("update account set state = 'suspended' where id = ?")
        .param(reader.account().value())
        .update();
    HttpResponse<String> refused = rename(browser, "Anders");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Solange du gesperrt bist", "value=\"Anders\"");
    assertThat(browser.post("/konto/profil", "line", "Lest mich hier").statusCode()).isEqualTo(422);
    assertThat(browser.post("/konto/profil", "hidden", "true").statusCode())
        .as("hiding says nothing")
        .isEqualTo(303);
  }

  @Test
  void anotherSpellingIsNoOtherName() {
    Reader reader = TestReaders.create(paper, "zoe");
    TestBrowser browser = TestBrowser.as(paper, reader);
    assertThat(rename(browser, "Zoë").statusCode()).isEqualTo(303);
    assertThat(rename(browser, "Zoë").statusCode()).as("nothing to do").isEqualTo(303);
    assertThat(rename(browser, "Zoë Zett").statusCode()).as("the change").isEqualTo(303);
    assertThat(rename(browser, "ZOË ZETT").statusCode()).isEqualTo(303);
    assertThat(rename(browser, "Zoë").statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a|2 bis 30 Zeichen",
        "''|2 bis 30 Zeichen",
        "pаypаl|mischt Schriften",
        "Anna\u202eannA|gehen Buchstaben",
        "Anna😀|gehen Buchstaben",
        "Moderation|Redaktion vorbehalten",
        "Ad.min|Redaktion vorbehalten",
        "Marta.Kofler|Redaktion vorbehalten",
        "Be_legt|gibt es schon",
        "ВELEGTER|mischt Schriften",
        "Bе1egter|mischt Schriften"
      })
  void aNameIsRefusedForTheReasonsOfTheRegistration(String name, String reason) {
    Fixed.ready();
    TestBrowser browser = TestBrowser.as(paper, Fixed.READER);
    HttpResponse<String> refused = rename(browser, name);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains(reason);
  }

  @Test
  void aDotThatOnlyLooksLikeOneIsTheSameName() {
    TestReaders.create(paper, "N.G.");
    TestBrowser browser = TestBrowser.as(paper, TestReaders.create(paper, "Nachahmer"));
    assertThat(rename(browser, "N.G․").body()).contains("gibt es schon");
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 10_000, 150_000})
  void aNameWithoutEndIsRefusedInWords(int length) {
    TestBrowser browser = TestBrowser.as(paper, TestReaders.create(paper, "Lang" + length));
    HttpResponse<String> refused = rename(browser, "x".repeat(length));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("2 bis 30 Zeichen");
  }

  @Test
  void aNameThatWaitsForItsConfirmationIsTaken() {
    assertThat(register("Wartet noch")).contains("unconfirmed");
    TestBrowser browser = TestBrowser.as(paper, TestReaders.create(paper, "Schneller"));
    assertThat(rename(browser, "Wartet noch").body()).contains("gibt es schon");
  }

  @Test
  void whoIsThePaperMayBeCalledSo() {
    Reader editor = TestReaders.create(paper, "Editorin", Role.EDITOR);
    assertThat(rename(TestBrowser.as(paper, editor), "Redaktion Sport").statusCode())
        .isEqualTo(303);
  }

  private static final class Fixed {
    static final Reader READER = TestReaders.create(paper, "Unverändert");

    static {
      TestReaders.create(paper, "Marta Kofler", Role.EDITOR);
      TestReaders.create(paper, "Be_legt");
    }

    private Fixed() {}

    static void ready() {}
  }

  private static HttpResponse<String> rename(TestBrowser browser, String name) {
    return browser.post("/konto/name", "name", name);
  }

  private static String register(String name) {
    return new TestBrowser(paper)
        .json(
            "POST",
            "/api/v1/readers",
            "{\"name\":\"%s\",\"email\":\"%s\",\"password\":\"lang genug\"}"
                .formatted(name, "wartet" + name.hashCode() + "@example.org"))
        .body();
  }

  private static List<String> logged(Reader reader) {
    return paper
        .door(JdbcClient.class)
        .sql("select what from audit_entry where account = :account and by_account = :account")
        .param("account", reader.account().value())
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static void monthPasses(Reader reader) {
    paper
        .door(JdbcClient.class)
        .sql(
            "update account set name_changed_at = name_changed_at - interval '30 days' where id = ?")
        .param(reader.account().value())
        .update();
  }
}
