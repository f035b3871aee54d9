package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** From the empty form to the account, as a browser without JavaScript goes. */
class RegistrationTest {
  private static final TestPaper paper = TestPaper.start();
  private static final String CHOSEN = "frisch gewählt, 7";
  private static final JdbcClient db = paper.door(JdbcClient.class);
  private final TestBrowser browser = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Erste Leserin, erste@example.org",
    "mamba001, mamba@example.org",
    "K.L.., kl@example.org"
  })
  void whoRegistersAndConfirmsIsInAndFindsTheWayBack(String name, String email) {
    HttpResponse<String> sent = register(name, email, "zurueck", "/politik");
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(browser.follow(sent).body()).contains("Sieh in deine E-Mails");
    TestMails.Received mail = TestMails.await(paper, email);
    assertThat(mail.text()).contains(name).contains(paper.settings().url().toString());
    HttpResponse<String> page = browser.get(mail.link());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(name);
    HttpResponse<String> in = browser.post("/bestaetigen", "link", TestBrowser.field(page, "link"));
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().firstValue("Location")).contains("/politik");
    assertThat(browser.cookies()).containsKeys("talblatt", "leser");
    assertThat(login(new TestBrowser(paper), name).statusCode()).isEqualTo(303);
    assertThat(login(new TestBrowser(paper), email).statusCode()).isEqualTo(303);
  }

  @Test
  void openingTheLinkChangesNothingAndUsingItWorksOnce() {
    register("Vorschau", "vorschau@example.org");
    String link = TestMails.await(paper, "vorschau@example.org").link();
    for (int i = 0; i < 3; i++) {
      assertThat(new TestBrowser(paper).get(link).statusCode()).isEqualTo(200);
    }
    assertThat(login(browser, "Vorschau").statusCode()).isEqualTo(422);
    String secret = link.substring(link.indexOf('=') + 1);
    assertThat(browser.post("/bestaetigen", "link", secret).statusCode()).isEqualTo(303);
    HttpResponse<String> again = browser.post("/bestaetigen", "link", secret);
    assertThat(again.statusCode()).isEqualTo(404);
    assertThat(again.body()).contains("schon benutzt oder abgelaufen");
    assertThat(new TestBrowser(paper).get(link).statusCode()).isEqualTo(404);
  }

  @Test
  void twoClicksAtOnceMakeOneAccount() throws Exception {
    register("Doppelklick", "doppelklick@example.org");
    String secret = TestMails.await(paper, "doppelklick@example.org").secret();
    Callable<Integer> click =
        () -> new TestBrowser(paper).post("/bestaetigen", "link", secret).statusCode();
    assertThat(together(click, 4)).containsExactlyInAnyOrder(303, 404, 404, 404);
  }

  @Test
  void aLinkThatIsTooOldOrInventedSaysSo() {
    register("Zu spät", "zuspaet@example.org");
    String link = TestMails.await(paper, "zuspaet@example.org").link();
    db.sql(
            """
            update mailed_link l set expires_at = now()
            from registration r where r.id = l.registration and r.name = 'Zu spät'
            """)
        .update();
    for (String wrong : List.of(link, "/bestaetigen?link=erfunden", "/bestaetigen?link=a%00b")) {
      HttpResponse<String> answer = browser.get(wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(404);
      assertThat(answer.body()).contains("schon benutzt oder abgelaufen");
    }
  }

  @Test
  void textTypedBeforeTheLoginIsThereAfterwardsOnAnotherDeviceToo() {
    ArticleId article = TestArticles.publish(paper, "Vor der Schranke");
    HttpResponse<String> wall =
        browser.post(Links.comments(article), "text", "Mein erster Kommentar");
    HttpResponse<String> form =
        browser.post("/registrieren", "schritt", "neu", "text", TestBrowser.field(wall, "text"));
    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(form.body()).contains("Dein Text ist aufgehoben");
    HttpResponse<String> wrong =
        register("", "schreiber@example.org", "text", TestBrowser.field(form, "text"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    register("Schreiber", "schreiber@example.org", "text", TestBrowser.field(wrong, "text"));
    TestBrowser phone = new TestBrowser(paper);
    HttpResponse<String> in =
        phone.post(
            "/bestaetigen", "link", TestMails.await(paper, "schreiber@example.org").secret());
    assertThat(in.headers().firstValue("Location")).contains(Links.personalView(article));
    long account =
        db.sql("select id from account where name = 'Schreiber'").query(Long.class).single();
    assertThat(paper.door(KeptTexts.class).of(new org.talblatt.base.AccountId(account), article))
        .extracting(KeptText::text)
        .containsExactly("Mein erster Kommentar");
  }

  @Test
  void everythingWrongIsSaidAtOnceAndWhatWasTypedStays() {
    HttpResponse<String> answer =
        browser.post(
            "/registrieren",
            "name",
            "a@<b>",
            "email",
            "keine Adresse",
            "password",
            "kurz",
            "rules",
            "1");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Im Namen gehen Buchstaben", "Das ist keine E-Mail-Adresse")
        .contains("mindestens 8 Zeichen", "mindestens 16 Jahre")
        .contains("aria-describedby=\"name-problem name-hint\"", "aria-invalid=\"true\"")
        .doesNotContain("<b>", "kurz\"");
    assertThat(TestBrowser.field(answer, "name")).isEqualTo("a@<b>");
    assertThat(TestBrowser.field(answer, "email")).isEqualTo("keine Adresse");
    assertThat(TestBrowser.field(answer, "password")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Redaktion", "M0deration", "Admin", "Talblatt", "Die REDAKTION", "Моderator"})
  void namesThatSpeakForThePaperAreRefused(String name) {
    assertThat(register(name, "x@example.org").statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ohne-at.example.org",
        "a@b",
        "a b@example.org",
        "a@exa mple.org",
        "a@example..org",
        "a@-example.org",
        "\"a\"@example.org",
        "a@example.org\r\nBcc: b@example.org",
        "@example.org",
        "ä@example.org",
        "a@example.org, b@example.org"
      })
  void addressesWeCanNotWriteToAreRefused(String email) {
    assertThat(register("Adresse", email).statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "aaaaaaaaaa", "Passwortname", "pw@example.org"})
  void passwordsThatAreNoneAreRefused(String password) {
    HttpResponse<String> answer =
        browser.post(
            "/registrieren",
            "name",
            "Passwortname",
            "email",
            "pw@example.org",
            "password",
            password,
            "rules",
            "1",
            "age",
            "1");
    assertThat(answer.statusCode()).isEqualTo(422);
  }

  @Test
  void aTakenNameIsSaidAlsoWhereItOnlyLooksTheSameOrWaits() {
    TestReaders.create(paper, "N.G.");
    assertThat(register("n.g.", "ng1@example.org").body()).contains("gibt es schon");
    assertThat(register("Wartender", "w1@example.org").statusCode()).isEqualTo(303);
    assertThat(register("WARTENDER", "w2@example.org").body()).contains("gibt es schon");
    assertThat(register("Wartender", "w1@example.org").statusCode()).isEqualTo(303);
  }

  @Test
  void knownAndUnknownAddressesGetTheSameAnswerForTheSameWork() throws Exception {
    TestReaders.withPassword(paper, "Bekannt");
    String known = TestReaders.email("Bekannt");
    Passwords passwords = paper.door(Passwords.class);
    List<String> answers = new ArrayList<>();
    for (String email : List.of(known, "unbekannt@example.org")) {
      TestBrowser fresh = new TestBrowser(paper);
      long before = passwords.count();
      Map<String, String> state = new TreeMap<>();
      HttpResponse<String> first = register(fresh, "Gleiche " + email.length(), email);
      state.put("runs", Long.toString(passwords.count() - before));
      state.put("first", first.statusCode() + first.body() + cleaned(first));
      // the same again, a name given up, and the login with what was just chosen
      HttpResponse<String> second = register(fresh, "Gleicher " + email.length(), email);
      state.put("second", second.statusCode() + second.body() + cleaned(second));
      HttpResponse<String> freed =
          register(fresh, "Gleiche " + email.length(), "frei" + email.length() + "@example.org");
      state.put(
          "freed",
          freed.statusCode()
              + freed
                  .body()
                  .replaceAll("name=\"formular\" value=\"[^\"]*\"", "")
                  .replaceAll("[0-9]+", "#"));
      long login = passwords.count();
      HttpResponse<String> in = login(fresh, email);
      state.put("login", in.statusCode() + in.body().replace(email, ""));
      state.put("login runs", Long.toString(passwords.count() - login));
      HttpResponse<String> forgotten = fresh.post("/passwort", "email", email);
      state.put("forgotten", forgotten.statusCode() + forgotten.body() + cleaned(forgotten));
      answers.add(state.toString());
    }
    assertThat(answers.get(0)).isEqualTo(answers.get(1));
    assertThat(answers.get(0)).contains("runs=1", "login=422").contains("noch nicht bestätigt");
    // what differs is in the mails, which only their owner reads
    assertThat(TestMails.await(paper, known, 1).getFirst().text())
        .contains("Du hast aber schon eines");
    assertThat(TestMails.await(paper, "unbekannt@example.org").link()).contains("/bestaetigen");
  }

  @Test
  void whoLogsInBeforeConfirmingIsToldAndGetsANewLink() {
    register("Ungeduldig", "ungeduldig@example.org");
    TestMails.await(paper, "ungeduldig@example.org");
    HttpResponse<String> answer = login(browser, "Ungeduldig");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("noch nicht bestätigt");
    TestMails.Received mail = TestMails.await(paper, "ungeduldig@example.org", 2).getLast();
    assertThat(browser.get(mail.link()).statusCode()).isEqualTo(200);
    HttpResponse<String> wrong =
        browser.post("/anmelden", "login", "Ungeduldig", "password", "falsch falsch");
    assertThat(wrong.body()).contains("Name oder Passwort stimmt nicht");
  }

  @Test
  void theLinkIsSentAgainOnRequest() {
    register("Nochmal", "nochmal@example.org");
    TestMails.await(paper, "nochmal@example.org");
    HttpResponse<String> again =
        browser.post("/bestaetigen/erneut", "email", "NOCHMAL@example.org");
    assertThat(browser.follow(again).body()).contains("noch einmal unterwegs");
    assertThat(TestMails.await(paper, "nochmal@example.org", 2)).hasSize(2);
    assertThat(browser.post("/bestaetigen/erneut", "email", "x").statusCode()).isEqualTo(422);
  }

  @Test
  void aRobotThatFillsTheTrapIsThankedAndForgotten() {
    assertThat(register("Roboter", "robot@example.org", "website", "http://x").statusCode())
        .isEqualTo(303);
    assertThat(
            db.sql("select count(*) from registration where name = 'Roboter'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void oneNameAskedForByManyAtOnceGoesToOne() throws Exception {
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String email = "wettlauf" + i + "@example.org";
        results.add(
            all.submit(() -> register(new TestBrowser(paper), "Wettlauf", email).statusCode()));
      }
      for (Future<Integer> result : results) {
        answers.add(result.get());
      }
    }
    assertThat(answers).containsExactlyInAnyOrder(303, 422, 422, 422, 422, 422);
  }

  @Test
  void whatRanOutIsForgotten() {
    register("Vergessen", "vergessen@example.org");
    TestMails.await(paper, "vergessen@example.org");
    db.sql("update registration set expires_at = now() where name = 'Vergessen'").update();
    paper.run("identity-forget-ended");
    assertThat(
            db.sql("select count(*) from registration where name = 'Vergessen'")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(register("vergessen", "anders@example.org").statusCode()).isEqualTo(303);
  }

  @Test
  void aForgottenPasswordIsReplacedByTheMailedLinkAndEverySessionEnds() {
    Reader reader = TestReaders.withPassword(paper, "Vergesslich");
    String email = TestReaders.email("Vergesslich");
    TestBrowser old = TestBrowser.as(paper, reader);
    HttpResponse<String> asked = browser.post("/passwort", "email", email);
    assertThat(browser.follow(asked).body()).contains("Wenn zu dieser Adresse ein Konto gehört");
    TestMails.Received mail = TestMails.await(paper, email);
    HttpResponse<String> form = browser.get(mail.link());
    assertThat(form.body()).contains("Vergesslich");
    assertThat(choose(mail.secret(), "kurz").statusCode()).isEqualTo(422);
    HttpResponse<String> done = choose(mail.secret(), "ein neues Passwort");
    assertThat(browser.follow(done).body()).contains("Dein neues Passwort gilt");
    assertThat(choose(mail.secret(), "noch ein anderes").statusCode()).isEqualTo(404);
    assertThat(login(browser, "Vergesslich").statusCode()).isEqualTo(422);
    assertThat(
            browser
                .post("/anmelden", "login", "Vergesslich", "password", "ein neues Passwort")
                .statusCode())
        .isEqualTo(303);
    SessionToken token =
        new SessionToken(Token.hex(Objects.requireNonNull(old.cookies().get("talblatt"))), false);
    assertThat(paper.door(Sessions.class).reader(token)).isEmpty();
    assertThat(TestMails.await(paper, email, 2).getLast().subject()).contains("wurde geändert");
  }

  private HttpResponse<String> choose(String secret, String password) {
    return browser.post("/passwort/neu", "link", secret, "password", password);
  }

  private HttpResponse<String> register(String name, String email, String... more) {
    return register(browser, name, email, more);
  }

  private static HttpResponse<String> register(
      TestBrowser browser, String name, String email, String... more) {
    List<String> fields =
        new ArrayList<>(
            List.of("name", name, "email", email, "password", CHOSEN, "rules", "1", "age", "1"));
    fields.addAll(List.of(more));
    return browser.post("/registrieren", fields.toArray(String[]::new));
  }

  private static HttpResponse<String> login(TestBrowser browser, String login) {
    return browser.post("/anmelden", "login", login, "password", CHOSEN);
  }

  private static String cleaned(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return headers.toString();
  }

  private static List<Integer> together(Callable<Integer> task, int times) throws Exception {
    List<Integer> results = new ArrayList<>();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> result : all.invokeAll(java.util.Collections.nCopies(times, task))) {
        results.add(result.get());
      }
    }
    return results;
  }
}
