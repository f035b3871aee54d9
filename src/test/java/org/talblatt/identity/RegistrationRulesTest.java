package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.paper.Actor;
import org.talblatt.paper.LegalTexts;
import org.talblatt.platform.mail.MailAddress;
import org.talblatt.platform.text.Messages;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** What the paper asks of who registers: age, rules, an address that lasts, one account each. */
class RegistrationRulesTest {
  private static final TestPaper paper =
      TestPaper.start(TestDatabase.create(), Map.of("minimum-age", "14"));
  private static final JdbcClient db = paper.door(JdbcClient.class);
  private final TestBrowser browser = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void theAgeIsASettingAndIsAskedFor() {
    HttpResponse<String> form = browser.get("/registrieren");
    assertThat(form.body()).contains("mindestens 14 Jahre").doesNotContain("16 Jahre");
    HttpResponse<String> refused =
        browser.post("/registrieren", "name", "Jung", "email", "j@example.org", "rules", "1");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("bestätige, dass du mindestens 14 Jahre alt bist");
  }

  @Test
  void whatWasAgreedToStandsWithTheAccountInTheWordingOfThatDay() {
    assertThat(register("Erstfassung", "erst@example.org").statusCode()).isEqualTo(303);
    Agreement supplied = agreed("registration", "Erstfassung");
    assertThat(supplied.rules()).matches("de-0-[0-9a-f]{8}");
    assertThat(supplied.privacy()).matches("de-0-[0-9a-f]{8}");
    paper
        .door(LegalTexts.class)
        .change(LegalTexts.Name.HAUSREGELN, Messages.of("de"), "<p>Neu.</p>", Actor.console());
    paper
        .door(LegalTexts.class)
        .change(LegalTexts.Name.HAUSREGELN, Messages.of("de"), "<p>Neuer.</p>", Actor.console());
    assertThat(register("Zweitfassung", "zweit@example.org").statusCode()).isEqualTo(303);
    assertThat(confirm("erst@example.org").statusCode()).isEqualTo(303);
    assertThat(confirm("zweit@example.org").statusCode()).isEqualTo(303);
    assertThat(agreed("account", "Erstfassung")).isEqualTo(supplied);
    assertThat(agreed("account", "Zweitfassung"))
        .isEqualTo(new Agreement("de-2", supplied.privacy(), 14));
  }

  @Test
  void rulesThatChangedWhileTheFormWasOpenAreReadAgain() {
    String seen = TestBrowser.field(browser.get("/registrieren"), "fassung");
    paper
        .door(LegalTexts.class)
        .change(
            LegalTexts.Name.DATENSCHUTZ, Messages.of("de"), "<p>Ganz neu.</p>", Actor.console());
    HttpResponse<String> refused = register("Langsamer", "langsam@example.org", "fassung", seen);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("haben sich gerade geändert");
    assertThat(TestBrowser.field(refused, "email")).isEqualTo("langsam@example.org");
    String now = TestBrowser.field(refused, "fassung");
    assertThat(now).isNotEqualTo(seen);
    assertThat(register("Langsamer", "langsam@example.org", "fassung", now).statusCode())
        .isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@mailinator.com", "a@MAILINATOR.com", "a@x.y.mailinator.com"})
  void addressesForAMinuteAreRefusedWithAllElseThatIsWrong(String email) {
    HttpResponse<String> refused = register("Redaktion", email);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Wegwerfadressen", "der Redaktion vorbehalten");
    assertThat(TestBrowser.field(refused, "email")).isEqualTo(email);
    HttpResponse<String> program =
        browser.json(
            "POST",
            "/api/v1/readers",
            "{\"name\":\"Wegwerf\",\"email\":\"%s\",\"password\":\"lang genug!\"}"
                .formatted(email));
    assertThat(program.statusCode()).isEqualTo(422);
    assertThat(program.body()).contains("email");
  }

  @Test
  void domainsThatOnlyEndAlikeAreGood() {
    assertThat(register("Endung", "a@notmailinator.com").statusCode()).isEqualTo(303);
    assertThat(register("Endung 2", "a@mailinator.com.example.org").statusCode()).isEqualTo(303);
  }

  @Test
  void aListInTheDataFolderReplacesOursAtOnce() throws Exception {
    Path list = paper.settings().data().resolve("disposable-domains.txt");
    Files.writeString(list, "# eigene\n\nBöse.example # mit Umlaut\n");
    try {
      assertThat(register("Eigen", "a@böse.example").body()).contains("Wegwerfadressen");
      assertThat(register("Eigen", "a@yopmail.com").statusCode()).isEqualTo(303);
      // half a character: the list stays as it was
      Files.write(list, new byte[] {(byte) 0xc3, '\n'});
      Files.setLastModifiedTime(list, java.nio.file.attribute.FileTime.fromMillis(1));
      assertThat(register("Eigen 2", "a@böse.example").body()).contains("Wegwerfadressen");
    } finally {
      Files.delete(list);
    }
    assertThat(register("Eigen 3", "b@yopmail.com").body()).contains("Wegwerfadressen");
  }

  @ParameterizedTest
  @CsvSource({
    "Anna.B+zeitung@Example.org, anna.b@example.org",
    "a.n.n.a+x@gmail.com, anna@gmail.com",
    "anna@googlemail.com, anna@gmail.com",
    "+a@example.org, +a@example.org"
  })
  void oneMailboxIsOneKeyAndKeepsItsSpelling(String typed, String key) {
    MailAddress address = MailAddress.parse(typed).orElseThrow();
    assertThat(address.key()).isEqualTo(key);
    assertThat(address.value()).isEqualToIgnoringCase(typed);
  }

  @Test
  void anAliasIsNoSecondAccountAndMailGoesWhereItWasAskedTo() {
    TestReaders.create(paper, "Viele");
    String email = TestReaders.email("Viele").replace("@", "+zwei@");
    assertThat(register("Viele Zwei", email).statusCode()).isEqualTo(303);
    assertThat(TestMails.await(paper, email).text()).contains("Du hast aber schon eines");
  }

  @Test
  void commentsOfWhoIsToBeReadFirstWaitForAModerator() {
    Reader reader = TestReaders.create(paper, "Erst lesen");
    paper.door(Accounts.class).setReadFirst(reader.account(), true);
    ArticleId article = TestArticles.publish(paper, "Zuerst gelesen");
    TestBrowser writer = TestBrowser.as(paper, reader);
    assertThat(writer.post(Links.comments(article), "text", "Wartet").statusCode()).isEqualTo(303);
    paper.door(Accounts.class).setReadFirst(reader.account(), false);
    assertThat(writer.post(Links.comments(article), "text", "Gleich da").statusCode())
        .isEqualTo(303);
    assertThat(
            db.sql("select state from comment where article = ? order by number")
                .param(article.value())
                .query(String.class)
                .list())
        .isEqualTo(List.of("held", "published"));
  }

  private static Agreement agreed(String table, String name) {
    return db.sql(
            "select accepted_rules, accepted_privacy, accepted_age from "
                + table
                + " where name = ?")
        .param(name)
        .query((row, n) -> new Agreement(row.getString(1), row.getString(2), row.getInt(3)))
        .single();
  }

  private HttpResponse<String> confirm(String email) {
    return browser.post("/bestaetigen", "link", TestMails.await(paper, email).secret());
  }

  private HttpResponse<String> register(String name, String email, String... more) {
    List<String> fields =
        new java.util.ArrayList<>(
            List.of(
                "name", name, "email", email, "password", "lang genug!", "rules", "1", "age", "1"));
    fields.addAll(List.of(more));
    return browser.post("/registrieren", fields.toArray(String[]::new));
  }
}
