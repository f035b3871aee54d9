package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;

/** Nobody's name, address, password or token stands in a log, whatever happens. */
class LogPrivacyTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Logger log = LoggerFactory.getLogger(LogPrivacyTest.class);
  private final TestBrowser browser = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void registeringLoggingInAndFailingLeaveNoTraceOfThePerson() throws IOException {
    String name = "Unverwechselbar";
    String email = "ganz.geheim@example.org";
    String password = "streng vertraulich";
    browser.post(
        "/registrieren",
        "name",
        name,
        "email",
        email,
        "password",
        password,
        "rules",
        "1",
        "age",
        "1");
    String secret = TestMails.await(paper, email).secret();
    browser.post("/bestaetigen", "link", secret);
    browser.post("/anmelden", "login", name, "password", "falsch " + password);
    browser.post("/anmelden", "login", email, "password", password);
    browser.json("POST", "/api/v1/session", "{\"login\":\"" + email);
    browser.get("/bestaetigen?link=" + secret);
    String token = Objects.requireNonNull(browser.cookies().get("talblatt"));
    assertNothingOf(name, email, password, secret, token);
  }

  @Test
  void aMistakeOfOursThatTheDatabaseComplainsAboutTellsNobodysValues() throws IOException {
    JdbcClient db = paper.door(JdbcClient.class);
    StatementSpec insert =
        db.sql("insert into section (slug, name, position) values (?, 'Doppelt', 9)")
            .param("verraeter");
    insert.update();
    assertThatThrownBy(insert::update)
        .isInstanceOfSatisfying(
            DataIntegrityViolationException.class, mistake -> log.error("as it happens", mistake));
    await().until(() -> logged().contains("as it happens"));
    assertThat(logged()).contains("duplicate key").doesNotContain("verraeter");
  }

  private static void assertNothingOf(String... personal) throws IOException {
    log.warn("the end of what is looked at");
    await().until(() -> logged().contains("the end of what is looked at"));
    String all = logged();
    for (String each : List.of(personal)) {
      assertThat(all).doesNotContain(each);
    }
  }

  private static String logged() throws IOException {
    Path file = paper.settings().data().resolve("log/talblatt.json");
    return Files.exists(file) ? Files.readString(file) : "";
  }
}
