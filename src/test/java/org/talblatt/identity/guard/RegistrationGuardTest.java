package org.talblatt.identity.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.platform.KeyedHash;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;

/** Robots are kept out, people are not, and nothing is known of them after 14 days. */
class RegistrationGuardTest {
  private static final TestPaper paper =
      TestPaper.withUsualLimits(TestDatabase.create(), Map.of("trusted-proxies", "127.0.0.1"));
  private static final JdbcClient db = paper.door(JdbcClient.class);
  private static final FormTokens tokens = paper.door(FormTokens.class);
  private static final AbuseSigns signs = paper.door(AbuseSigns.class);
  private final TestBrowser browser = from("192.0.2.1");

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aFormThatComesBackAtOnceIsToBeSentAgainAndThenGood() {
    String token = TestBrowser.field(browser.get("/registrieren"), "formular");
    HttpResponse<String> refused = register(browser, "Flink", token);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("schneller, als jemand tippt");
    assertThat(TestBrowser.field(refused, "name")).isEqualTo("Flink");
    assertThat(TestBrowser.field(refused, "email")).isEqualTo("flink@example.org");
    // the clock of the form goes on
    assertThat(TestBrowser.field(refused, "formular")).isEqualTo(token);
    assertThat(register(browser, "Flink", openedFor(Duration.ofSeconds(5))).statusCode())
        .isEqualTo(303);
  }

  @Test
  void aFormThatWasOpenTooLongKeepsEverythingTyped() {
    HttpResponse<String> refused =
        register(browser, "Gemach", openedFor(Duration.ofMinutes(31)), "text", "abc");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("war zu lange offen").contains("checked");
    assertThat(TestBrowser.field(refused, "name")).isEqualTo("Gemach");
    assertThat(TestBrowser.field(refused, "text")).isEqualTo("abc");
    String fresh = TestBrowser.field(refused, "formular");
    assertThat(tokens.age(fresh)).isEqualTo(FormTokens.Age.TOO_YOUNG);
    assertThat(register(browser, "Gemach", openedFor(Duration.ofMinutes(29))).statusCode())
        .isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1.2.3",
        "9999999999999999999999.AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA",
        "1764000000.AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA"
      })
  void formsThatAreNotOursAreRefused(String token) {
    HttpResponse<String> refused = register(browser, "Erfunden", token);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("war zu lange offen");
  }

  @Test
  void aTokenIsWorthNothingOnceAnyPartOfItIsChanged() {
    String good = openedFor(Duration.ofSeconds(10));
    assertThat(tokens.age(good)).isEqualTo(FormTokens.Age.GOOD);
    for (int i = 0; i < good.length(); i++) {
      char other = good.charAt(i) == '1' ? '2' : '1';
      String forged = good.substring(0, i) + other + good.substring(i + 1);
      // the last sign of 22 holds two bits only: forging those forges nothing
      if (i != good.length() - 1) {
        assertThat(tokens.age(forged)).as(forged).isEqualTo(FormTokens.Age.ENDED);
      }
    }
  }

  @Test
  void whatIsWrongWithTheFormAndWithTheFieldsIsSaidTogether() {
    HttpResponse<String> refused = browser.post("/registrieren", "formular", "x", "name", "a");
    assertThat(refused.body())
        .contains("war zu lange offen", "Der Name braucht", "keine E-Mail-Adresse")
        .contains("mindestens 16 Jahre", "stimme den Hausregeln zu", "href=\"#formular\"");
  }

  @Test
  void aDoubleClickIsNoMistakeAndMakesOneRegistration() throws Exception {
    String token = openedFor(Duration.ofSeconds(10));
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> click = () -> register(from("192.0.2.1"), "Doppelt", token).statusCode();
      for (Future<Integer> answer : all.invokeAll(Collections.nCopies(2, click))) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).containsOnly(303);
    assertThat(count("select count(*) from registration where name = 'Doppelt'")).isEqualTo(1);
    assertThat(TestMails.await(paper, "doppelt@example.org", 1)).hasSize(1);
  }

  @Test
  void whoGoesBackAndCorrectsTheAddressReplacesWhatWaits() {
    String token = openedFor(Duration.ofSeconds(10));
    register(browser, "Vertippt", token, "email", "falsch@example.org");
    HttpResponse<String> corrected = register(browser, "Vertippt", token);
    assertThat(corrected.statusCode()).isEqualTo(303);
    assertThat(
            db.sql("select email from registration where name = 'Vertippt'")
                .query(String.class)
                .list())
        .containsExactly("vertippt@example.org");
    // somebody else's form can't do that
    String others = openedFor(Duration.ofSeconds(10));
    assertThat(register(browser, "Vertippt", others, "email", "x@example.org").body())
        .contains("gibt es schon");
    // and once it is confirmed, the form has done its work
    String link = TestMails.await(paper, "vertippt@example.org").secret();
    browser.post("/bestaetigen", "link", link);
    HttpResponse<String> refused = register(browser, "Noch einer", token);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("ist schon abgeschickt");
    assertThat(TestBrowser.field(refused, "formular")).isNotEqualTo(token);
  }

  @Test
  void openingTheFormWritesNothingAndSetsNoCookie() {
    List<String> heard =
        Statements.during(
            paper, () -> assertThat(browser.get("/registrieren").statusCode()).isEqualTo(200));
    assertThat(heard).noneMatch(sql -> sql.matches("(?is)\\s*(insert|update|delete).*"));
    assertThat(browser.cookies()).isEmpty();
    assertThat(browser.get("/registrieren").headers().firstValue("Cache-Control"))
        .contains("private, no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.7, 198.51.100.200, 198.51.101.7",
    "2001:db8:1:2::3, 2001:db8:1:ffff::9, 2001:db8:2::3",
    "::ffff:203.0.113.9, 203.0.113.77, 203.0.114.9"
  })
  void theTrapMakesItsBlockSuspiciousAndNoOther(String robot, String neighbour, String other) {
    assertThat(from(robot).get("/registrieren").body()).doesNotContain("data-nonce");
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> thanked =
          register(from(robot), "Roboter", openedFor(Duration.ofSeconds(9)), "website", "http://x");
      assertThat(thanked.statusCode()).isEqualTo(303);
    }
    assertThat(count("select count(*) from registration where name = 'Roboter'")).isZero();
    assertThat(from(neighbour).get("/registrieren").body())
        .contains("data-nonce", "<noscript>", "register-");
    assertThat(from(other).get("/registrieren").body()).doesNotContain("data-nonce");
  }

  @Test
  void manyRegistrationsAndRefusedLoginsMakeABlockSuspicious() {
    TestBrowser many = from("198.18.1.1");
    for (String name : List.of("Menge eins", "Menge zwei", "Menge drei", "Menge vier")) {
      assertThat(register(many, name, openedFor(Duration.ofSeconds(9))).statusCode())
          .isEqualTo(303);
    }
    assertThat(signs.suspicious("198.18.1.0")).isFalse();
    for (int i = 0; i < 10; i++) {
      many.post("/anmelden", "login", "Wer auch immer" + i, "password", "geraten");
    }
    assertThat(signs.suspicious("198.18.1.0")).isTrue();
  }

  @Test
  void withoutTheWorkTheFirstCommentsAreReadAndWithItNot() {
    suspect("198.18.2.0");
    TestBrowser there = from("198.18.2.9");
    String solved = openedFor(Duration.ofSeconds(10));
    register(there, "Mit Arbeit", solved, "arbeit", solve(FormTokens.nonce(solved)));
    register(there, "Ohne Arbeit", openedFor(Duration.ofSeconds(10)));
    String other = openedFor(Duration.ofSeconds(10));
    register(there, "Fremde Arbeit", other, "arbeit", solve(FormTokens.nonce(solved)));
    for (String name : List.of("Mit Arbeit", "Ohne Arbeit", "Fremde Arbeit")) {
      String link = TestMails.await(paper, email(name)).secret();
      assertThat(new TestBrowser(paper).post("/bestaetigen", "link", link).statusCode())
          .isEqualTo(303);
    }
    assertThat(
            db.sql("select name from account where read_first order by name")
                .query(String.class)
                .list())
        .containsExactly("Fremde Arbeit", "Ohne Arbeit");
  }

  @Test
  void aProgramFromASuspiciousBlockRegistersSomebodyToBeReadFirst() {
    suspect("198.18.3.0");
    HttpResponse<String> answer =
        from("198.18.3.1")
            .json(
                "POST",
                "/api/v1/readers",
                "{\"name\":\"Programm\",\"email\":\"p@example.org\",\"password\":\"lang genug!\"}");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(count("select count(*) from registration where read_first and name = 'Programm'"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "a", "-1,2", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,x", "NaN"})
  void whatIsNoAnswerSolvesNothing(String answer) {
    assertThat(Puzzle.solved("AAAAAAAAAAAAAAAAAAAAAA", answer)).isFalse();
    assertThat(Puzzle.solved("AAAAAAAAAAAAAAAAAAAAAA", "0,".repeat(15) + "0")).isFalse();
    assertThat(Puzzle.solved("AAAAAAAAAAAAAAAAAAAAAA", "1".repeat(100_000))).isFalse();
  }

  @Test
  void afterFourteenDaysNothingIsKnownAndTheTableNeverNamedAnybody() {
    suspect("198.18.4.0");
    assertThat(count("select count(*) from abuse_sign where octet_length(block) <> 32")).isZero();
    db.sql("update abuse_sign set day = current_date - 13 where block = ?")
        .param(key("198.18.4.0"))
        .update();
    assertThat(signs.suspicious("198.18.4.0")).isTrue();
    paper.run("identity-forget-ended");
    assertThat(signs.suspicious("198.18.4.0")).isTrue();
    db.sql("update abuse_sign set day = current_date - 14 where block = ?")
        .param(key("198.18.4.0"))
        .update();
    assertThat(signs.suspicious("198.18.4.0")).isFalse();
    db.sql("update used_form set expires_at = now()").update();
    paper.run("identity-forget-ended");
    assertThat(count("select count(*) from used_form")).isZero();
    assertThat(
            db.sql("select count(*) from abuse_sign where block = ?")
                .param(key("198.18.4.0"))
                .query(Long.class)
                .single())
        .isZero();
  }

  private static byte[] key(String block) {
    return paper.door(KeyedHash.class).of("abuse-sign", block);
  }

  private static void suspect(String block) {
    signs.note(AbuseSigns.Sign.TRAP, block);
    signs.note(AbuseSigns.Sign.TRAP, block);
  }

  private static String solve(String nonce) {
    return IntStream.range(0, Puzzle.COUNT)
        .mapToObj(
            i ->
                IntStream.iterate(0, n -> n + 1)
                    .filter(n -> Puzzle.zeros(nonce + ":" + i + ":" + n))
                    .mapToObj(Integer::toString)
                    .findFirst()
                    .orElseThrow())
        .collect(Collectors.joining(","));
  }

  private static TestBrowser from(String address) {
    return TestBrowser.from(paper, address);
  }

  private static String openedFor(Duration time) {
    return tokens.issue(paper.door(Clock.class).instant().minus(time));
  }

  private static String email(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
  }

  private static long count(String sql) {
    return db.sql(sql).query(Long.class).single();
  }

  private static HttpResponse<String> register(
      TestBrowser browser, String name, String token, String... more) {
    java.util.LinkedHashMap<String, String> fields = new java.util.LinkedHashMap<>();
    fields.put("formular", token);
    fields.put("name", name);
    fields.put("email", email(name));
    fields.put("password", "lang genug!");
    fields.put("rules", "1");
    fields.put("age", "1");
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return browser.post(
        "/registrieren",
        fields.entrySet().stream()
            .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
            .toArray(String[]::new));
  }
}
