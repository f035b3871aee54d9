package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Before something that matters a reader shows once more who they are. */
class ReauthenticationTest {
  private static final TestPaper paper = TestPaper.start();
  private static final JdbcClient db = paper.door(JdbcClient.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aProofIsFreshForAQuarterOfAnHour() {
    TestBrowser browser = TestBrowser.as(paper, TestReaders.create(paper, "Frisch"));
    Reauthentication door = paper.door(Reauthentication.class);
    door.require(reader(browser), "/konto");
    age(browser, "14 minutes");
    door.require(reader(browser), "/konto");
    age(browser, "2 minutes");
    assertThatThrownBy(() -> door.require(reader(browser), "/konto"))
        .isInstanceOf(Reauthentication.Due.class);
  }

  @Test
  void staffWithAFactorGiveThemselvesNoOtherOneWithoutIt() {
    org.talblatt.identity.Reader chief =
        TestReaders.withPassword(paper, "Chefin", Role.ADMINISTRATOR);
    db.sql(
            """
            insert into passkey (credential_id, account, name, public_key, attestation, sign_count,
              transports, backup_eligible, backed_up)
            values ('\\x01', ?, 'Telefon', '\\x00', '\\x00', 0, '{}', false, false)
            """)
        .param(chief.account().value())
        .update();
    TestBrowser thief = TestBrowser.as(paper, chief);
    for (String path : new String[] {"/konto/zweiter-faktor", "/konto/adresse"}) {
      assertThat(thief.post(path).headers().firstValue("Location"))
          .get()
          .asString()
          .startsWith("/konto/bestaetigen")
          .endsWith("stufe=2");
    }
    String stage = thief.get("/konto/bestaetigen?zurueck=%2Fkonto&stufe=2").body();
    assertThat(stage).as("the password would not do").doesNotContain("name=\"password\"");
    assertThat(
            db.sql("select count(*) from totp where account = ?")
                .param(chief.account().value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void whoKnowsThePasswordGoesOnWithANewSessionAndAFreshProof() {
    TestBrowser browser = TestBrowser.as(paper, TestReaders.withPassword(paper, "Noch einmal"));
    age(browser, "1 hour");
    String before = browser.cookies().get("talblatt");
    HttpResponse<String> page = browser.get("/konto/bestaetigen?zurueck=%2Fkonto%2Fdaten");
    assertThat(page.headers().firstValue("Cache-Control")).contains("private, no-store");
    String back = TestBrowser.field(page, "zurueck");
    HttpResponse<String> wrong = prove(browser, "falsch falsch", back);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Das Passwort stimmt nicht");
    assertThat(TestBrowser.field(wrong, "zurueck")).isEqualTo("/konto/daten");
    assertThat(prove(browser, "x".repeat(10_000), back).statusCode()).isEqualTo(422);
    assertThat(paper.door(Reauthentication.class).fresh(reader(browser))).isFalse();
    HttpResponse<String> right = prove(browser, TestReaders.PASSWORD, back);
    assertThat(right.headers().firstValue("Location")).contains("/konto/daten");
    assertThat(browser.cookies().get("talblatt")).isNotEqualTo(before);
    assertThat(paper.door(Reauthentication.class).fresh(reader(browser))).isTrue();
    TestBrowser copy = new TestBrowser(paper);
    copy.cookies().put("talblatt", Objects.requireNonNull(before));
    assertThat(copy.get("/konto").statusCode()).isEqualTo(303);
  }

  @Test
  void whoHasNoPasswordGoesOnByAMailedLinkOrALoginAnew() {
    TestBrowser browser = TestBrowser.as(paper, TestReaders.create(paper, "Ohne alles"));
    age(browser, "1 hour");
    HttpResponse<String> page = browser.get("/konto/bestaetigen?zurueck=%2Fkonto%2Fadresse");
    assertThat(page.body())
        .contains("action=\"/konto/bestaetigen/link\"", "Abmelden und neu anmelden")
        .doesNotContain("name=\"password\"");
    HttpResponse<String> sent =
        browser.post("/konto/bestaetigen/link", "zurueck", "/konto/adresse");
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(browser.follow(sent).body()).contains("Der Link ist unterwegs");
    TestMails.Received mail = TestMails.await(paper, TestReaders.email("Ohne alles"));
    HttpResponse<String> in = browser.post("/anmelden/link/einloesen", "link", mail.secret());
    assertThat(in.headers().firstValue("Location")).contains("/konto/adresse");
    assertThat(paper.door(Reauthentication.class).fresh(reader(browser))).isTrue();
    HttpResponse<String> out =
        browser.post("/abmelden", "zurueck", "/anmelden?zurueck=%2Fkonto%2Fadresse");
    assertThat(TestBrowser.field(browser.follow(out), "zurueck")).isEqualTo("/konto/adresse");
    for (int i = 0; i < 4; i++) {
      sent =
          TestBrowser.as(paper, TestReaders.create(paper, "Ohne alles " + i))
              .post("/konto/bestaetigen/link", "zurueck", "//evil.example");
      assertThat(sent.headers().firstValue("Location").orElseThrow()).doesNotContain("evil");
    }
  }

  @Test
  void noForeignAddressIsTheOneToGoOnTo() {
    TestBrowser browser = TestBrowser.as(paper, TestReaders.withPassword(paper, "Kein Ausflug"));
    HttpResponse<String> right = prove(browser, TestReaders.PASSWORD, "//evil.example");
    assertThat(right.headers().firstValue("Location")).contains("/");
    assertThat(new Whence("x".repeat(500), "https://evil.example")).isEqualTo(Whence.NOWHERE);
  }

  @Test
  void aSessionSaysByWhatItWasOpenedAndStaffSinceWhen() {
    Reader reader = TestReaders.withPassword(paper, "Beweis", Role.EDITOR);
    TestBrowser browser = new TestBrowser(paper);
    browser.login("Beweis");
    assertThat(reader(browser).proved().proof()).isEqualTo(Proof.PASSWORD);
    assertThat(reader(browser).twoFactors()).isFalse();
    assertThat(staffSince(reader)).isTrue();
    paper.door(Accounts.class).setRoles(reader.account(), Rights.NONE);
    assertThat(staffSince(reader)).isFalse();
  }

  private static boolean staffSince(Reader reader) {
    return db.sql("select staff_since is not null from account where id = ?")
        .param(reader.account().value())
        .query(Boolean.class)
        .single();
  }

  private static HttpResponse<String> prove(TestBrowser browser, String password, String back) {
    return browser.post("/konto/bestaetigen", "password", password, "zurueck", back);
  }

  private static void age(TestBrowser browser, String by) {
    db.sql("update session set proved_at = proved_at - cast(? as interval) where token_hash = ?")
        .params(by, token(browser).hash())
        .update();
  }

  private static Reader reader(TestBrowser browser) {
    return paper.door(Sessions.class).reader(token(browser)).orElseThrow();
  }

  private static SessionToken token(TestBrowser browser) {
    return new SessionToken(
        Token.hex(Objects.requireNonNull(browser.cookies().get("talblatt"))), false);
  }
}
