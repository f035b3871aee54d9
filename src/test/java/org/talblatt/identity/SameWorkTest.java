package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.platform.jobs.Jobs;
import org.talblatt.testing.Statements;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/**
 * Whoever gives a mail address learns nothing about it: the same answer for the same statements and
 * Argon2 runs, and mails are queued. The jobs rest, so that what they do is not counted.
 */
class SameWorkTest {
  private static final TestPaper paper = TestPaper.start();
  private static final JdbcClient db = paper.door(JdbcClient.class);

  @BeforeAll
  static void jobsRest() {
    TestReaders.withPassword(paper, "Bekannt");
    paper.door(Jobs.class).stop();
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  /** Everything that takes a mail address from somebody who is not logged in. */
  enum Form {
    REGISTER(
        1,
        1,
        (browser, email) ->
            browser.post(
                "/registrieren",
                "name",
                "Neu " + Integer.toHexString(email.hashCode()),
                "email",
                email,
                "password",
                "lang genug, 1",
                "rules",
                "1",
                "age",
                "1")),
    REGISTER_BY_PROGRAM(
        1,
        1,
        (browser, email) ->
            browser.json(
                "POST",
                "/api/v1/readers",
                "{\"name\":\"P %s\",\"email\":\"%s\",\"password\":\"lang genug, 1\"}"
                    .formatted(Integer.toHexString(email.hashCode()), email))),
    FORGOTTEN(0, 1, (browser, email) -> browser.post("/passwort", "email", email)),
    AGAIN(0, 1, (browser, email) -> browser.post("/bestaetigen/erneut", "email", email)),
    LOGIN(
        2,
        0,
        (browser, email) -> browser.post("/anmelden", "login", email, "password", "geraten 1")),
    LOGIN_WITHOUT_PASSWORD(2, 0, (browser, email) -> browser.post("/anmelden", "login", email));

    private final int runs;
    private final int mails;

    // each holds nothing
    @SuppressWarnings("ImmutableEnumChecker")
    private final BiFunction<TestBrowser, String, HttpResponse<String>> send;

    Form(int runs, int mails, BiFunction<TestBrowser, String, HttpResponse<String>> send) {
      this.runs = runs;
      this.mails = mails;
      this.send = send;
    }
  }

  private record Work(int status, String body, List<String> statements, long runs, long queued) {}

  @ParameterizedTest
  @EnumSource
  void knownAndUnknownAddressesAreTheSameWork(Form form) {
    work(form, "erst-" + form + "@example.org");
    Work unknown = work(form, "niemand-" + form + "@example.org");
    Work known = work(form, TestReaders.email("Bekannt"));
    assertThat(known).isEqualTo(unknown);
    assertThat(known.runs()).isEqualTo(form.runs);
    assertThat(known.queued()).isEqualTo(form.mails);
    assertThat(known.statements()).isNotEmpty();
  }

  @Test
  void nothingIsSentWhileSomebodyWaitsForTheAnswer() {
    HttpResponse<String> answer =
        Form.FORGOTTEN.send.apply(new TestBrowser(paper), TestReaders.email("Bekannt"));
    assertThat(answer.statusCode()).isLessThan(400);
    assertThat(Files.exists(paper.settings().data().resolve("mail"))).isFalse();
  }

  private static Work work(Form form, String email) {
    TestBrowser browser = new TestBrowser(paper);
    Passwords passwords = paper.door(Passwords.class);
    long runs = passwords.count();
    long jobs = jobs();
    List<HttpResponse<String>> answers = new java.util.ArrayList<>();
    List<String> statements =
        Statements.during(paper, () -> answers.add(form.send.apply(browser, email)));
    HttpResponse<String> answer = answers.getFirst();
    return new Work(
        answer.statusCode(),
        answer.body().replace(email, "").replace(Integer.toHexString(email.hashCode()), ""),
        statements,
        passwords.count() - runs,
        jobs() - jobs);
  }

  private static long jobs() {
    return db.sql("select count(*) from job where task_name like '%-mail'")
        .query(Long.class)
        .single();
  }
}
