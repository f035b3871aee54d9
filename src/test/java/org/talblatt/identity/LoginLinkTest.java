package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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

/** Logging in by a mailed link, and with passwords that other programs hashed. */
class LoginLinkTest {
  private static final TestPaper paper = TestPaper.start();
  private static final JdbcClient db = paper.door(JdbcClient.class);
  private final TestBrowser browser = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void theLinkLogsInOnAnotherDeviceOnceAndLeadsToTheTextThatWasKept() {
    TestReaders.create(paper, "Per Link");
    ArticleId article = TestArticles.publish(paper, "Per Link");
    HttpResponse<String> wall = browser.post(Links.comments(article), "text", "Aufgehoben");
    HttpResponse<String> asked =
        browser.post(
            "/anmelden/link", "login", "per link", "text", TestBrowser.field(wall, "text"));
    assertThat(browser.follow(asked).body()).contains("ist der Link unterwegs");
    TestMails.Received mail = TestMails.await(paper, TestReaders.email("Per Link"));
    TestBrowser phone = new TestBrowser(paper);
    for (int i = 0; i < 2; i++) {
      // a mail program opens it too
      HttpResponse<String> page = phone.get(mail.link());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("Als Per Link anmelden", "Dein Text ist aufgehoben");
      assertThat(phone.cookies()).isEmpty();
    }
    HttpResponse<String> in = phone.post("/anmelden/link/einloesen", "link", mail.secret());
    assertThat(phone.follow(in).body()).contains("Aufgehoben");
    assertThat(db.sql("select proof from session").query(String.class).list())
        .contains("mailed_link");
    HttpResponse<String> again =
        new TestBrowser(paper).post("/anmelden/link/einloesen", "link", mail.secret());
    assertThat(again.statusCode()).isEqualTo(404);
    assertThat(again.body()).contains("schon benutzt oder abgelaufen");
  }

  @Test
  void theLinkRunsOutAndANewPasswordMakesItUseless() {
    Reader reader = TestReaders.create(paper, "Zu spät dran");
    String email = TestReaders.email("Zu spät dran");
    browser.post("/anmelden/link", "login", email, "zurueck", "/konto");
    String secret = TestMails.await(paper, email).secret();
    assertThat(
            db.sql(
                    """
                    select expires_at <= now() + interval '15 minutes' from mailed_link
                    where account = ?
                    """)
                .param(reader.account().value())
                .query(Boolean.class)
                .single())
        .isTrue();
    db.sql("update mailed_link set expires_at = now() where account = ?")
        .param(reader.account().value())
        .update();
    assertThat(browser.get("/anmelden/link?link=" + secret).statusCode()).isEqualTo(404);
    assertThat(browser.post("/anmelden/link/einloesen", "link", secret).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whetherThereIsSuchAnAccountIsNotSaidAndAsMuchWorkIsDone() throws Exception {
    TestReaders.create(paper, "Gibt es");
    HttpResponse<String> known =
        browser.post("/anmelden/link", "login", TestReaders.email("Gibt es"));
    HttpResponse<String> unknown = browser.post("/anmelden/link", "login", "nie@example.org");
    assertThat(unknown.headers().map())
        .containsAllEntriesOf(java.util.Map.of("location", known.headers().allValues("Location")));
    assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
    TestMails.await(paper, TestReaders.email("Gibt es"));
    assertThat(TestMails.of(paper, "nie@example.org")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "kein@", "a@b\r\nBcc: x@example.org", "@"})
  void whatIsNoLoginIsRefusedWithTheFormKept(String login) {
    HttpResponse<String> refused =
        browser.post("/anmelden/link", "login", login, "zurueck", "/politik");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("dann schicken wir dir den Link");
    assertThat(TestBrowser.field(refused, "zurueck")).isEqualTo("/politik");
    assertThat(browser.post("/anmelden/link", "login", "x".repeat(10_000)).statusCode())
        .isEqualTo(422);
    assertThat(browser.get("/anmelden/link?link=" + "x".repeat(3000)).statusCode()).isEqualTo(404);
  }

  /** phpass' own test vector; the others made by libxcrypt's crypt(3). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "test12345|$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
        "U*U|$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "U*U|$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "U*U|$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "Käsespätzle & Wein|$wp$2y$05$abcdefghijklmnopqrstuuRsZYTEthVR.umTiVOzyBqo9iiOlCGhm"
      })
  void aHashOfAnotherProgramLetsInOnceAndIsThenOurs(String password, String hash) {
    String name = "Import " + Integer.toHexString(hash.hashCode());
    Reader reader = TestReaders.create(paper, name);
    paper.door(Accounts.class).setPasswordHash(reader.account(), hash);
    assertThat(enter(name, password + "x").statusCode()).isEqualTo(422);
    assertThat(enter(name, password).statusCode()).isEqualTo(303);
    assertThat(hash(reader)).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(enter(name, password).statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$2y$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "$P$zIQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
        "{argon2}$argon2id$v=19$m=9999999,t=999,p=9$c2FsdHNhbHRzYWx0$MTIzNDU2Nzg5MDEyMzQ1Njc4OTA",
        "$P$",
        "{noop}geheim",
        "$wp$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
        ""
      })
  void aHashThatCostsTooMuchOrIsNoneMatchesNothingAndTakesNoTime(String hash) {
    assertThat(ImportedHash.acceptable(hash)).isFalse();
    assertThat(paper.door(Passwords.class).matches("geheim", hash)).isFalse();
  }

  @Test
  void aHashWithWeakerParametersIsRenewedAtTheLogin() {
    Reader reader = TestReaders.create(paper, "Alt gehasht");
    String weak =
        "{argon2}"
            + new org.springframework.security.crypto.argon2.Argon2PasswordEncoder(
                    16, 32, 1, 4096, 1)
                .encode(TestReaders.PASSWORD);
    paper.door(Accounts.class).setPasswordHash(reader.account(), weak);
    assertThat(browser.login("Alt gehasht").statusCode()).isEqualTo(303);
    assertThat(hash(reader)).contains("m=19456,t=2,p=1");
  }

  @Test
  void whatManyChooseIsNoPassword() {
    assertThat(CommonPasswords.count()).isGreaterThan(3000);
    for (String common :
        new String[] {
          "password",
          "Password",
          "iloveyou",
          "Baseball",
          "12345678",
          "Passwort1!",
          "willkommen2024",
          "N. Gruber1",
          "n.gruber!!",
          "Talblatt-99",
          "Der Bote 1",
          "sunshine1"
        }) {
      assertThat(Passwords.refusal(common, "N. Gruber", "n.gruber@example.org", "Der Bote"))
          .as(common)
          .isEqualTo("identity.password-guessable");
    }
    for (String good :
        new String[] {"ein ganzer Satz", "geheim-genug-1", "korrekt Pferd Batterie"}) {
      assertThat(Passwords.refusal(good, "N. Gruber", "n.gruber@example.org", "Der Bote")).isNull();
    }
  }

  private static HttpResponse<String> enter(String name, String password) {
    return new TestBrowser(paper).post("/anmelden", "login", name, "password", password);
  }

  private static String hash(Reader reader) {
    return db.sql("select password_hash from account where id = ?")
        .param(reader.account().value())
        .query(String.class)
        .single();
  }
}
