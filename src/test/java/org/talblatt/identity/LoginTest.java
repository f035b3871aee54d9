package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Getting in and out by form, as a browser without JavaScript does it. */
class LoginTest {
  private static final TestPaper paper = TestPaper.start();
  private static final JdbcClient db = paper.door(JdbcClient.class);
  private final TestBrowser browser = new TestBrowser(paper);

  @BeforeAll
  static void reader() {
    TestReaders.withPassword(paper, "N.G.");
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"N.G.", "n.g.", " N.G. "})
  void theNameOpensTheDoorHoweverItIsWritten(String name) {
    assertThat(browser.login(name).statusCode()).isEqualTo(303);
    assertThat(browser.cookies()).containsKeys("talblatt", "leser");
    assertThat(browser.cookies()).containsEntry("leser", "N.G.");
  }

  @Test
  void theMailAddressOpensItToo() {
    assertThat(browser.login(TestReaders.email("N.G.").toUpperCase(Locale.ROOT)).statusCode())
        .isEqualTo(303);
  }

  @Test
  void theSessionCookieIsOutOfReachForScriptsAndOtherSites() {
    HttpResponse<String> answer = browser.login("N.G.");
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).startsWith("talblatt=").contains("HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
  }

  @Test
  void theDatabaseHoldsNoTokenThatWouldOpenASession() {
    browser.login("N.G.");
    String secret = browser.cookies().get("talblatt");
    assertThat(secret).hasSizeGreaterThanOrEqualTo(43);
    byte[] stored =
        db.sql("select token_hash from session where token_hash = sha256(?::bytea)")
            .param(Objects.requireNonNull(secret).getBytes(StandardCharsets.UTF_8))
            .query(byte[].class)
            .single();
    assertThat(stored).hasSize(32);
  }

  @Test
  void aWrongPasswordSaysSoAndKeepsWhatWasTyped() {
    HttpResponse<String> answer =
        browser.post(
            "/anmelden", "login", "N.G.\"<b>", "password", "falsch", "zurueck", "/politik");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Name oder Passwort stimmt nicht").doesNotContain("<b>");
    assertThat(TestBrowser.field(answer, "login")).isEqualTo("N.G.\"<b>");
    assertThat(TestBrowser.field(answer, "zurueck")).isEqualTo("/politik");
    assertThat(browser.cookies()).doesNotContainKeys("talblatt", "leser");
  }

  @Test
  void unknownNamesAndWrongPasswordsGetTheSameAnswerForTheSameWork() {
    Passwords passwords = paper.door(Passwords.class);
    TestReaders.create(paper, "Ohne Passwort");
    long start = passwords.count();
    String wrong = refused("N.G.", "falsch").replace("N.G.", "");
    assertThat(passwords.count()).isEqualTo(start + 2);
    for (String nobody : new String[] {"Niemand", "niemand@example.org", "Ohne Passwort", "a\0b"}) {
      long before = passwords.count();
      assertThat(
              refused(nobody, "falsch")
                  .replace(nobody.replace("\0", "\uFFFD"), "")
                  .replace(nobody, ""))
          .isEqualTo(wrong);
      assertThat(passwords.count()).isEqualTo(before + 2);
    }
  }

  @Test
  void aPasswordOfMegabytesCostsNoMoreThanAnother() {
    assertThat(refused("N.G.", "x".repeat(100_000))).contains("Name oder Passwort stimmt nicht");
  }

  @Test
  void aLoginReplacesTheSessionThatTheBrowserHad() {
    browser.login("N.G.");
    TestBrowser thief = new TestBrowser(paper);
    thief.cookies().putAll(browser.cookies());
    browser.login("N.G.");
    assertThat(browser.cookies().get("talblatt")).isNotEqualTo(thief.cookies().get("talblatt"));
    assertThat(shows(thief)).isFalse();
    assertThat(shows(browser)).isTrue();
  }

  @Test
  void loggingOutEndsTheSessionOnTheServerToo() {
    browser.login("N.G.");
    TestBrowser copy = new TestBrowser(paper);
    copy.cookies().putAll(browser.cookies());
    HttpResponse<String> answer = browser.post("/abmelden");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(browser.cookies()).doesNotContainKeys("talblatt", "leser");
    assertThat(shows(copy)).isFalse();
  }

  @Test
  void aSessionEndsWhenItWasNotUsedAndAtTheLatestInTheEnd() {
    browser.login("N.G.");
    assertThat(shows(browser)).isTrue();
    byte[] hash = Token.hash(Objects.requireNonNull(browser.cookies().get("talblatt")));
    db.sql(
            """
            update session set seen_at = now() - interval '20 days',
              expires_at = now() + interval '1 day', ends_at = now() + interval '3 days'
            where token_hash = ?
            """)
        .param(hash)
        .update();
    assertThat(shows(browser)).isTrue();
    assertThat(
            db.sql("select expires_at = ends_at from session where token_hash = ?")
                .param(hash)
                .query(Boolean.class)
                .single())
        .isTrue();
    db.sql("update session set expires_at = now() where token_hash = ?").param(hash).update();
    assertThat(shows(browser)).isFalse();
  }

  @Test
  void aPublicPageNeverReadsTheSession() {
    browser.login("N.G.");
    byte[] hash = Token.hash(Objects.requireNonNull(browser.cookies().get("talblatt")));
    db.sql("update session set seen_at = now() - interval '1 day' where token_hash = ?")
        .param(hash)
        .update();
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
    assertThat(
            db.sql("select seen_at < now() - interval '1 hour' from session where token_hash = ?")
                .param(hash)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void staffSessionsAreShort() {
    Reader editor = TestReaders.create(paper, "Redakteurin", Role.EDITOR);
    TestBrowser.as(paper, editor);
    assertThat(
            db.sql(
                    "select ends_at <= now() + interval '7 days' and expires_at <= now() + interval '12 hours' from session where account = ?")
                .param(editor.account().value())
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//boese.example",
        "https://boese.example",
        "/\\boese.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=1",
        ""
      })
  void theWayBackNeverLeadsElsewhere(String back) {
    HttpResponse<String> answer =
        browser.post(
            "/anmelden", "login", "N.G.", "password", TestReaders.PASSWORD, "zurueck", back);
    assertThat(answer.headers().firstValue("Location")).contains("/");
  }

  @Test
  void theWayBackLeadsBack() {
    HttpResponse<String> form = browser.get("/anmelden?zurueck=/politik%3Fseite%3D2");
    assertThat(form.headers().firstValue("Cache-Control")).contains("private, no-store");
    HttpResponse<String> answer =
        browser.post(
            "/anmelden",
            "login",
            "N.G.",
            "password",
            TestReaders.PASSWORD,
            "zurueck",
            TestBrowser.field(form, "zurueck"));
    assertThat(answer.headers().firstValue("Location")).contains("/politik?seite=2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"banned", "closed", "leaving"})
  void whoIsBannedOrGoneIsToldSoAndStaysOut(String state) {
    Reader reader = TestReaders.withPassword(paper, "Weg " + state);
    TestBrowser session = TestBrowser.as(paper, reader);
    setState(reader, state);
    assertThat(refused("Weg " + state, TestReaders.PASSWORD)).contains("gesperrt oder geschlossen");
    assertThat(shows(session)).isFalse();
  }

  @Test
  void whoIsSuspendedMayComeInAndIsKnownAsSuspended() {
    Reader reader = TestReaders.withPassword(paper, "Gesperrt");
    setState(reader, "suspended");
    assertThat(browser.login("Gesperrt").statusCode()).isEqualTo(303);
    SessionToken token =
        new SessionToken(
            Token.hex(Objects.requireNonNull(browser.cookies().get("talblatt"))), false);
    assertThat(paper.door(Sessions.class).reader(token).orElseThrow().suspended()).isTrue();
  }

  @Test
  void textTypedBeforeTheLoginWaitsBehindItAlsoAfterAFailedOne() {
    ArticleId article = TestArticles.publish(paper, "Hinter der Schranke");
    KeptTexts texts = paper.door(KeptTexts.class);
    Reader reader = TestReaders.withPassword(paper, "Schreiberin");
    KeptText.Place place = KeptText.Place.reply(new CommentId(article, 3));
    HttpResponse<String> wall =
        browser.post(
            Links.comment(new CommentId(article, 3)) + "/antworten",
            "text",
            "Mein <Text> 😀\nzweite Zeile");
    assertThat(wall.statusCode()).isEqualTo(401);
    assertThat(wall.body()).contains("Dein Text ist aufgehoben");
    String key = TestBrowser.field(wall, "text");
    HttpResponse<String> failed =
        browser.post("/anmelden", "login", "Schreiberin", "password", "falsch", "text", key);
    HttpResponse<String> in =
        browser.post(
            "/anmelden",
            "login",
            "Schreiberin",
            "password",
            TestReaders.PASSWORD,
            "text",
            TestBrowser.field(failed, "text"));
    assertThat(in.headers().firstValue("Location")).contains(Links.personalView(article, 3));
    assertThat(texts.of(reader.account(), article))
        .containsExactly(new KeptText(place, "Mein <Text> 😀\nzweite Zeile"));
    Reader other = TestReaders.create(paper, "Andere");
    assertThat(texts.claim(key, other.account())).isEmpty();
    texts.drop(reader.account(), KeptText.Place.root(article));
    assertThat(texts.of(reader.account(), article)).hasSize(1);
    texts.drop(reader.account(), place);
    assertThat(texts.of(reader.account(), article)).isEmpty();
  }

  @Test
  void keptTextIsStoredWithoutItsKeyAndIsGoneAfterADay() {
    ArticleId article = new ArticleId(813);
    KeptTexts texts = paper.door(KeptTexts.class);
    String key = texts.keep(KeptText.Place.root(article), "kurz\0lebig");
    db.sql("update kept_text set expires_at = now() where key_hash = sha256(?::bytea)")
        .param(key.getBytes(StandardCharsets.UTF_8))
        .update();
    Reader reader = TestReaders.create(paper, "Zu spät");
    assertThat(texts.claim(key, reader.account())).isEmpty();
    assertThat(texts.of(reader.account(), article)).isEmpty();
  }

  @Test
  void namesThatLookAlikeAndMailsThatReachTheSamePersonAreTaken() {
    TestReaders.create(paper, "Ian");
    for (NewAccount taken :
        new NewAccount[] {
          NewAccount.withoutPassword("ian", "x1@example.org"),
          NewAccount.withoutPassword("lan", "x2@example.org"),
          NewAccount.withoutPassword("N.G․", "x3@example.org"),
          NewAccount.withoutPassword(
              "Ganz anders", TestReaders.email("N.G.").replace("@", "+zwei@"))
        }) {
      assertThatThrownBy(() -> paper.door(Registration.class).create(taken, Set.of()))
          .isInstanceOf(Failure.class);
    }
  }

  private static void setState(Reader reader, String state) {
    db.sql("update account set state = ? where id = ?")
        .params(state, reader.account().value())
        .update();
  }

  private String refused(String login, String password) {
    HttpResponse<String> answer = browser.post("/anmelden", "login", login, "password", password);
    assertThat(answer.statusCode()).isEqualTo(422);
    return answer.body();
  }

  private static boolean shows(TestBrowser browser) {
    SessionToken token =
        new SessionToken(
            Token.hex(Objects.requireNonNull(browser.cookies().get("talblatt"))), false);
    return paper.door(Sessions.class).reader(token).isPresent();
  }
}
