package org.talblatt.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.identity.Reader;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Another mail address: proved by the new one, told to the old one, undone by it. */
class MailChangeTest {
  private static final TestPaper paper = TestPaper.start();
  private static final String PATH = "/konto/adresse";
  private final TestBrowser anybody = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void theNewAddressCountsOnceItIsConfirmedAndBothAreTold() {
    Reader reader = TestReaders.withPassword(paper, "Umzug");
    TestBrowser browser = TestBrowser.as(paper, reader);
    HttpResponse<String> asked = browser.post(PATH, "email", "Umzug.Neu@Example.org");
    assertThat(browser.follow(asked).body()).contains("Öffne den Link darin");
    String link = TestMails.await(paper, "Umzug.Neu@example.org").link();
    assertThat(address(reader)).isEqualTo(TestReaders.email("Umzug"));
    assertThat(anybody.get(link).body()).as("opening changes nothing").contains("Ja, ändern");
    assertThat(address(reader)).isEqualTo(TestReaders.email("Umzug"));
    HttpResponse<String> done = anybody.post("/bestaetigen/adresse", "link", secret(link));
    assertThat(anybody.follow(done).body()).contains("Deine neue Adresse gilt");
    assertThat(address(reader)).isEqualTo("Umzug.Neu@example.org");
    assertThat(TestMails.await(paper, "Umzug.Neu@example.org", 2).getLast().text())
        .contains("gehört jetzt zu deinem Konto");
    assertThat(TestMails.await(paper, TestReaders.email("Umzug")).text())
        .contains("U…@example.org", "sieben Tage")
        .doesNotContain("Umzug.Neu@example.org");
    assertThat(anybody.post("/bestaetigen/adresse", "link", secret(link)).statusCode())
        .as("a used link")
        .isEqualTo(404);
    assertThat(new TestBrowser(paper).login("umzug.neu@example.org").statusCode()).isEqualTo(303);
    assertThat(logged(reader)).containsExactly("account.mail-changed");
  }

  @Test
  void whoHasTheOldAddressUndoesItAndIsAloneInTheAccountAgain() {
    Reader reader = TestReaders.withPassword(paper, "Beraubt");
    TestBrowser thief = TestBrowser.as(paper, reader);
    change(thief, "dieb1@example.org");
    String undo = TestMails.await(paper, TestReaders.email("Beraubt")).link();
    change(thief, "dieb2@example.org");
    String thiefsUndo = TestMails.await(paper, "dieb1@example.org", 3).getLast().link();
    assertThat(anybody.get(undo).body()).contains("Alte Adresse wiederherstellen");
    HttpResponse<String> done = anybody.post("/bestaetigen/adresse/zurueck", "link", secret(undo));
    assertThat(anybody.follow(done).body()).contains("Deine alte Adresse gilt wieder");
    assertThat(address(reader)).isEqualTo(TestReaders.email("Beraubt"));
    assertThat(thief.get("/konto").statusCode()).as("his session is over").isEqualTo(303);
    assertThat(new TestBrowser(paper).login("Beraubt").statusCode()).isEqualTo(422);
    assertThat(
            anybody.post("/bestaetigen/adresse/zurueck", "link", secret(thiefsUndo)).statusCode())
        .as("the later change is as if it had never been")
        .isEqualTo(404);
    String fresh = TestMails.await(paper, TestReaders.email("Beraubt"), 2).getLast().link();
    assertThat(fresh).startsWith("/passwort/neu");
  }

  @Test
  void undoingStopsAThiefWhoHasBegunToCloseTheAccount() {
    Reader reader = TestReaders.withPassword(paper, "Fast gelöscht");
    TestBrowser thief = TestBrowser.as(paper, reader);
    change(thief, "dieb3@example.org");
    String undo = TestMails.await(paper, TestReaders.email("Fast gelöscht")).link();
    assertThat(
            thief
                .post("/konto/daten/abschied", "weg", "delete", "name", "Fast gelöscht")
                .statusCode())
        .isEqualTo(303);
    assertThat(state(reader)).isEqualTo("leaving");
    HttpResponse<String> done = anybody.post("/bestaetigen/adresse/zurueck", "link", secret(undo));
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(state(reader)).isEqualTo("active");
    assertThat(address(reader)).isEqualTo(TestReaders.email("Fast gelöscht"));
  }

  @Test
  void undoingLeavesTheThiefNoWayInAndAsksTheOwnerForNoOneElsesCode() {
    Reader reader = TestReaders.withPassword(paper, "Ausgesperrt");
    change(TestBrowser.as(paper, reader), "dieb3@example.org");
    String undo = TestMails.await(paper, TestReaders.email("Ausgesperrt")).link();
    thiefsWaysIn(reader);
    TestBrowser half = new TestBrowser(paper);
    assertThat(half.login("Ausgesperrt").headers().firstValue("Location"))
        .contains("/anmelden/code");
    assertThat(anybody.get(undo).body()).contains("Passkeys und verknüpfte Anmeldungen");
    HttpResponse<String> done = anybody.post("/bestaetigen/adresse/zurueck", "link", secret(undo));
    assertThat(anybody.follow(done).body()).contains("Richte deine danach");
    for (String table : List.of("totp", "recovery_code", "passkey", "oidc_link")) {
      assertThat(rows(table, reader)).as(table).isZero();
    }
    for (String table : List.of("pending_login", "oidc_login", "session")) {
      assertThat(rows(table, reader)).as(table).isZero();
    }
    assertThat(logged(reader))
        .contains("account.mail-restored", "account.factors-dropped", "account.login-unlinked");
    String told =
        TestMails.await(paper, TestReaders.email("Ausgesperrt"), 5).stream()
            .map(TestMails.Received::subject)
            .toList()
            .toString();
    assertThat(told).contains("Zweiter Faktor", "Passkey", "nirgendwo.example");
    TestBrowser owner = new TestBrowser(paper);
    owner.post("/anmelden/link", "login", "Ausgesperrt");
    String login = TestMails.await(paper, TestReaders.email("Ausgesperrt"), 6).getLast().secret();
    owner.post("/anmelden/link/einloesen", "link", login);
    assertThat(owner.get("/konto").statusCode()).as("no code is asked").isEqualTo(200);
  }

  private static void thiefsWaysIn(Reader reader) {
    for (String sql :
        List.of(
            """
            insert into totp (account, secret, confirmed_at)
            values (?, decode(repeat('ab', 20), 'hex'), now())
            """,
            "insert into recovery_code (account, code_hash) values (?, '\\x01')",
            """
            insert into passkey (credential_id, account, name, public_key, attestation, sign_count,
              transports, backup_eligible, backed_up)
            values ('\\x0d1eb0', ?, 'Fremd', '\\x01', '\\x01', 0, '{}', false, false)
            """,
            """
            insert into oidc_link (issuer, subject, account)
            values ('https://nirgendwo.example', 'dieb', ?)
            """)) {
      paper.door(JdbcClient.class).sql(sql).param(reader.account().value()).update();
    }
  }

  private static int rows(String table, Reader reader) {
    return paper
        .door(JdbcClient.class)
        .sql("select count(*) from " + table + " where account = ?")
        .param(reader.account().value())
        .query(Integer.class)
        .single();
  }

  @Test
  void nobodyLearnsWhetherAnAddressIsSomebodyElses() {
    TestReaders.create(paper, "Besitzerin");
    Reader reader = TestReaders.create(paper, "Neugierig");
    TestBrowser browser = TestBrowser.as(paper, reader);
    List<String> free =
        Statements.during(paper, () -> browser.post(PATH, "email", "frei@example.org"));
    String body = browser.get(PATH + "?hinweis=unterwegs").body();
    List<String> taken =
        Statements.during(
            paper, () -> browser.post(PATH, "email", TestReaders.email("Besitzerin")));
    assertThat(browser.get(PATH + "?hinweis=unterwegs").body()).isEqualTo(body);
    assertThat(taken.stream().filter(MailChangeTest::ofTheAnswer))
        .containsExactlyElementsOf(free.stream().filter(MailChangeTest::ofTheAnswer).toList());
    TestMails.Received mail = TestMails.await(paper, TestReaders.email("Besitzerin"));
    assertThat(mail.text()).contains("dabei bleibt es").doesNotContain("Neugierig", "?link=");
  }

  /** The job that writes the mail may run beside the answer. */
  private static boolean ofTheAnswer(String sql) {
    return sql.contains("throttle") || sql.contains("insert into mail_change (");
  }

  @Test
  void anAddressTakenMeanwhileIsNotGivenTwice() {
    TestBrowser browser = TestBrowser.as(paper, TestReaders.create(paper, "Zu langsam"));
    String wanted = TestReaders.email("Zu schnell");
    browser.post(PATH, "email", wanted);
    String link = TestMails.await(paper, wanted).link();
    TestReaders.create(paper, "Zu schnell");
    assertThat(anybody.post("/bestaetigen/adresse", "link", secret(link)).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aLaterWishMakesTheEarlierOnesLinkVoidAndLinksEnd() {
    Reader reader = TestReaders.create(paper, "Vertippt");
    TestBrowser browser = TestBrowser.as(paper, reader);
    browser.post(PATH, "email", "fasch@example.org");
    String first = TestMails.await(paper, "fasch@example.org").link();
    browser.post(PATH, "email", "richtig@example.org");
    String second = TestMails.await(paper, "richtig@example.org").link();
    assertThat(anybody.get(first).statusCode()).isEqualTo(404);
    paper
        .door(JdbcClient.class)
        .sql("update mail_change_link set expires_at = now() where purpose = 'confirm'")
        .update();
    HttpResponse<String> late = anybody.post("/bestaetigen/adresse", "link", secret(second));
    assertThat(late.statusCode()).isEqualTo(404);
    assertThat(late.body()).contains("schon benutzt oder abgelaufen");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "keine",
        "a@b",
        "x@example.org\r\nBcc: alle@example.org",
        "x@example.org\nSubject: Gewinn",
        "\"Chef\" <chef@example.org>",
        "a@example.org, b@example.org",
        "x\0@example.org"
      })
  void whatIsNoAddressIsRefusedAndStaysInTheForm(String typed) {
    TestBrowser browser =
        TestBrowser.as(
            paper,
            TestReaders.create(paper, "Tippfehler " + Integer.toHexString(typed.hashCode())));
    HttpResponse<String> refused = browser.post(PATH, "email", typed);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("keine E-Mail-Adresse", "name=\"email\"");
  }

  @Test
  void anAddressWithoutEndAndOneForAnHourAreRefused() {
    TestBrowser browser = TestBrowser.as(paper, TestReaders.create(paper, "Grenzfall"));
    assertThat(browser.post(PATH, "email", "a".repeat(10_000) + "@example.org").statusCode())
        .isEqualTo(422);
    assertThat(browser.post(PATH, "email", "x@mailinator.com").body()).contains("Wegwerf");
    assertThat(browser.post(PATH, "email", TestReaders.email("Grenzfall")).body())
        .contains("schon deine Adresse");
  }

  @Test
  void itTakesAFreshProofOfWhoOneIs() {
    Reader reader = TestReaders.withPassword(paper, "Offen gelassen");
    TestBrowser browser = TestBrowser.as(paper, reader);
    paper
        .door(JdbcClient.class)
        .sql("update session set proved_at = proved_at - interval '1 hour' where account = ?")
        .param(reader.account().value())
        .update();
    for (HttpResponse<String> led :
        List.of(browser.get(PATH), browser.post(PATH, "email", "fremd@example.org"))) {
      assertThat(led.statusCode()).isEqualTo(303);
      assertThat(led.headers().firstValue("Location").orElseThrow())
          .startsWith("/konto/bestaetigen");
    }
  }

  private void change(TestBrowser browser, String email) {
    browser.post(PATH, "email", email);
    String link = TestMails.await(paper, email).link();
    assertThat(anybody.post("/bestaetigen/adresse", "link", secret(link)).statusCode())
        .isEqualTo(303);
  }

  private static String secret(String link) {
    return link.substring(link.indexOf('=') + 1);
  }

  private static String state(Reader reader) {
    return paper
        .door(JdbcClient.class)
        .sql("select state from account where id = ?")
        .param(reader.account().value())
        .query(String.class)
        .single();
  }

  private static String address(Reader reader) {
    return paper
        .door(JdbcClient.class)
        .sql("select email from account where id = ?")
        .param(reader.account().value())
        .query((row, n) -> row.getString(1))
        .single();
  }

  private static List<String> logged(Reader reader) {
    return paper
        .door(JdbcClient.class)
        .sql("select what from audit_entry where account = ?")
        .param(reader.account().value())
        .query((row, n) -> row.getString(1))
        .list();
  }
}
