package org.talblatt.identity.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.Links;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** One's own passkeys over HTTP: set up, named, removed, shown to confirm who acts. */
class OwnPasskeysTest {
  private static final String ADD = "/konto/passkeys";
  private static final TestPaper paper = TestPaper.start();
  private static final String origin = new Links(paper.url("/")).origin();
  private static final JdbcClient db = paper.door(JdbcClient.class);
  private static long seed = 1_000_000;

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void anotherAccountsPasskeyConfirmsNobodyAndTheOwnRenewsTheSession() {
    Reader reader = TestReaders.create(paper, "Nachweis");
    SoftKey own = keyOf(reader);
    SoftKey another = keyOf(TestReaders.create(paper, "Nachweis fremd"));
    TestBrowser owner = TestBrowser.as(paper, reader);
    String before = owner.cookies().get("talblatt");
    String proof = "/konto/bestaetigen/passkey";
    String task = owner.json("POST", proof + "/aufgabe", "").body();
    assertThat(task).contains(own.credentialId()).doesNotContain(another.credentialId());
    refused(
        owner.json("POST", proof, SoftKey.json(another.shown(task, origin))), 422, "anderen Konto");
    String login = task(owner);
    refused(
        owner.json("POST", proof, SoftKey.json(own.shown(login, origin))),
        422,
        "war schon einmal da");
    String again = owner.json("POST", proof + "/aufgabe", "").body();
    Map<String, Object> shown = own.shown(again, origin);
    shown.put("zurueck", "/konto/sicherheit");
    assertThat(owner.json("POST", proof, SoftKey.json(shown)).body())
        .isEqualTo("{\"location\":\"/konto/sicherheit\"}");
    assertThat(owner.cookies().get("talblatt")).isNotEqualTo(before);
  }

  @Test
  void whatChangesPasskeysNeedsAFreshProof() {
    Reader reader = TestReaders.create(paper, "Alter Nachweis");
    keyOf(reader);
    TestBrowser owner = TestBrowser.as(paper, reader);
    db.sql("update session set proved_at = now() - interval '16 minutes' where account = ?")
        .param(reader.account().value())
        .update();
    HttpResponse<String> refused = owner.json("POST", ADD + "/aufgabe", "");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("/reauthentication-required");
    HttpResponse<String> led = owner.post(ADD + "/" + number(reader) + "/entfernen");
    assertThat(led.headers().firstValue("Location").orElseThrow())
        .startsWith("/konto/bestaetigen?zurueck=");
    assertThat(paper.door(KeyRing.class).of(reader.account())).hasSize(1);
  }

  @Test
  void aPasskeyIsNamedByItsMakerThenByItsOwnerAndNobodyElse() {
    Reader reader = TestReaders.create(paper, "Namensgeberin");
    TestBrowser owner = TestBrowser.as(paper, reader);
    for (int i = 0; i < 2; i++) {
      SoftKey key = new SoftKey(seed++);
      key.model = UUID.fromString("bada5566-a7aa-401f-bd96-45619a55120d");
      add(owner, key);
    }
    assertThat(paper.door(KeyRing.class).of(reader.account()))
        .extracting(Passkey::name)
        .containsExactly("1Password", "1Password 2");
    String address = ADD + "/" + number(reader);
    for (String bad : new String[] {"", "  ", "x".repeat(61), "x".repeat(10_000), "a\nb", "a\0b"}) {
      HttpResponse<String> refused = owner.post(address + "/name", "name", bad);
      refused(refused, 422, "1 bis 60 Zeichen");
    }
    assertThat(owner.post(address + "/name", "name", " <b>Bund</b> ").statusCode()).isEqualTo(303);
    assertThat(owner.get("/konto/sicherheit").body()).contains("&lt;b>Bund&lt;/b>");
    TestBrowser stranger = TestBrowser.as(paper, TestReaders.create(paper, "Neugierige"));
    assertThat(stranger.get(address).statusCode()).isEqualTo(404);
    assertThat(stranger.post(address + "/name", "name", "meins").statusCode()).isEqualTo(404);
    assertThat(stranger.post(address + "/entfernen").statusCode()).isEqualTo(404);
  }

  @Test
  void staffAreToldBeforeTheLastFactorGoesAndTheLogKeepsIt() {
    Reader editor = TestReaders.create(paper, "Redakteurin mit Schlüssel", Role.EDITOR);
    keyOf(editor);
    TestBrowser owner = TestBrowser.as(paper, editor);
    // as who came in with it
    db.sql("update session set factors = 2 where account = ?")
        .param(editor.account().value())
        .update();
    String first = ADD + "/" + number(editor);
    assertThat(owner.get(first).body()).contains("dein letzter zweiter Faktor");
    add(owner, new SoftKey(seed++));
    assertThat(owner.get(first).body()).doesNotContain("dein letzter zweiter Faktor");
    owner.post(first + "/entfernen");
    assertThat(
            db.sql("select what from audit_entry where account = ? and by_account = ? order by id")
                .params(editor.account().value(), editor.account().value())
                .query(String.class)
                .list())
        .containsExactly(
            "account.passkey-added", "account.passkey-added", "account.passkey-removed");
  }

  @Test
  void moreThanTwentyAreTooMany() {
    Reader reader = TestReaders.create(paper, "Sammlerin");
    TestBrowser owner = TestBrowser.as(paper, reader);
    for (int i = 0; i < 20; i++) {
      assertThat(add(owner, new SoftKey(seed++)).statusCode()).isEqualTo(201);
    }
    refused(owner.json("POST", ADD + "/aufgabe", ""), 409, "Mehr als 20");
  }

  @Test
  void brokenBytesAreRefusedAndNeverAMistakeOfOurs() {
    TestBrowser owner = TestBrowser.as(paper, TestReaders.create(paper, "Zerbrochen"));
    Random random = new Random(7);
    for (int i = 0; i < 150; i++) {
      Map<String, Object> made = new SoftKey(seed++).made(wanted(owner), origin);
      byte[] bytes = java.util.Base64.getUrlDecoder().decode((String) made.get("attestation"));
      for (int flips = 0; flips <= i % 4; flips++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      byte[] cut =
          java.util.Arrays.copyOf(bytes, i % 3 == 0 ? random.nextInt(bytes.length) : bytes.length);
      made.put("attestation", SoftKey.text(cut));
      int status = owner.json("POST", ADD, SoftKey.json(made)).statusCode();
      assertThat(status).as("round %s", i).isIn(201, 409, 422);
    }
  }

  private static SoftKey keyOf(Reader reader) {
    SoftKey key = new SoftKey(seed++);
    assertThat(add(TestBrowser.as(paper, reader), key).statusCode()).isEqualTo(201);
    return key;
  }

  private static HttpResponse<String> add(TestBrowser owner, SoftKey key) {
    return owner.json("POST", ADD, SoftKey.json(key.made(wanted(owner), origin)));
  }

  private static String wanted(TestBrowser owner) {
    return owner.json("POST", ADD + "/aufgabe", "").body();
  }

  private static String task(TestBrowser browser) {
    return browser.json("POST", "/anmelden/passkey/aufgabe", "").body();
  }

  private static long number(Reader reader) {
    return db.sql("select max(number) from passkey where account = ?")
        .param(reader.account().value())
        .query(Long.class)
        .single();
  }

  private static void refused(HttpResponse<String> answer, int status, String word) {
    assertThat(answer.body()).contains(word);
    assertThat(answer.statusCode()).isEqualTo(status);
  }
}
