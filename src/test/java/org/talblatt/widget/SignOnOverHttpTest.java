package org.talblatt.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** How somebody is let in from another house's page: by its word, or by the login window. */
class SignOnOverHttpTest {
  private static final TestPaper paper = TestPaper.start();
  private static final House house = House.open(paper, "bergblick", "https://bergblick.example");
  private static final JdbcClient db = paper.door(JdbcClient.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void noAccountIsMadeBeforeSomebodyAgrees() {
    int before = accounts();
    Map<String, Object> claims = house.claims("neu", "Neue Leserin");
    HttpResponse<String> asked = house.exchange("/a", Map.of("signOn", house.sign(claims)));
    assertThat(House.json(asked).get("agree").asBoolean()).isTrue();
    assertThat(House.json(asked).get("name").asString()).isEqualTo("Neue Leserin");
    assertThat(House.json(asked).has("token")).isFalse();
    assertThat(accounts()).isEqualTo(before);
    HttpResponse<String> agreed =
        house.exchange("/a", Map.of("signOn", house.sign(claims), "agreed", true));
    assertThat(House.json(agreed).get("token").asString()).hasSizeGreaterThan(40);
    assertThat(accounts()).isEqualTo(before + 1);
    assertThat(agreed.headers().firstValue("Cache-Control")).contains("private, no-store");
    assertThat(agreed.headers().firstValue("Set-Cookie")).isEmpty();
    // known from now on
    assertThat(House.json(house.exchange("/b", signed("neu", "Anders"))).get("name").asString())
        .isEqualTo("Neue Leserin");
    assertThat(accounts()).isEqualTo(before + 1);
    assertThat(
            db.sql("select accepted_rules is not null from account where name = 'Neue Leserin'")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void aTokenIsGoodOnce() {
    house.pass("einmal", "Einmal", "/a");
    Map<String, Object> claims = house.claims("einmal", "Einmal");
    String token = house.sign(claims);
    assertThat(house.exchange("/a", Map.of("signOn", token)).statusCode()).isEqualTo(200);
    HttpResponse<String> again = house.exchange("/a", Map.of("signOn", token));
    assertThat(again.statusCode()).isEqualTo(403);
    assertThat(House.json(again).get("type").asString()).endsWith("/sign-on");
    // signed anew with the same number it is the same token
    claims.put("name", "Andere");
    assertThat(house.exchange("/a", Map.of("signOn", house.sign(claims))).statusCode())
        .isEqualTo(403);
  }

  @Test
  void whoseAddressIsKnownIsNotTakenOver() {
    Reader anna = TestReaders.create(paper, "Anna Vorher");
    Map<String, Object> claims = house.claims("diebin", "Anna");
    claims.put("email", TestReaders.email("Anna Vorher"));
    claims.put("email_verified", true);
    HttpResponse<String> refused =
        house.exchange("/a", Map.of("signOn", house.sign(claims), "agreed", true));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(House.json(refused).get("type").asString()).endsWith("/account-exists");
    assertThat(
            db.sql("select count(*) from widget_login where account = ?")
                .param(anna.account().value())
                .query(Integer.class)
                .single())
        .isZero();
    // not proved, the address counts for nothing
    claims.put("email_verified", false);
    claims.put("jti", "anderes");
    assertThat(
            house.exchange("/a", Map.of("signOn", house.sign(claims), "agreed", true)).statusCode())
        .isEqualTo(200);
    assertThat(
            db.sql(
                    """
                    select a.email like '%@bergblick.invalid' and a.email_bounced_at is not null
                    from account a join widget_login l on l.account = a.id
                    where l.subject = 'diebin'
                    """)
                .query(Boolean.class)
                .single())
        .as("no mail is ever sent to an address that is nobody's")
        .isTrue();
  }

  @Test
  void namesFollowTheRulesOfRegistration() {
    TestReaders.create(paper, "Josef Maier");
    TestReaders.create(paper, "Marta Kofler", Role.EDITOR);
    assertThat(nameOf("n1", "Josef Maier")).isEqualTo("Josef Maier 2");
    assertThat(nameOf("n2", "J\u043esef Maier")).startsWith("Gast ");
    assertThat(nameOf("n3", "Marta_Kofler")).isNotEqualTo("Marta_Kofler");
    assertThat(nameOf("n4", "Redaktion")).doesNotStartWith("Redaktion");
    assertThat(nameOf("n5", "anna@example.org")).startsWith("Gast ");
    assertThat(nameOf("n6", "<b>Fett</b>")).isEqualTo("b Fett b");
    assertThat(nameOf("n7", "x".repeat(200))).hasSize(30);
    assertThat(nameOf("n8", "")).startsWith("Gast ");
  }

  private static String nameOf(String subject, String name) {
    Map<String, Object> shown = new HashMap<>(signed(subject, name));
    shown.put("agreed", true);
    HttpResponse<String> answer = house.exchange("/namen", shown);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return House.json(answer).get("name").asString();
  }

  @Test
  void whoeverIsNotTheOneInTheWindowLogsOutAndComesBackToIt() {
    TestBrowser browser = TestBrowser.as(paper, TestReaders.create(paper, "Berta"));
    String window =
        "/einbettung/bergblick/anmeldung?herkunft=https%3A%2F%2Fbergblick.example&nonce=12345678";
    String question = browser.get(window).body();
    assertThat(question).as("a key pressed too early says no yes").doesNotContain("autofocus");
    String back = Jsoup.parse(question).select("[action=/abmelden] [name=zurueck]").attr("value");
    assertThat(browser.post("/abmelden", "zurueck", back).headers().firstValue("Location"))
        .contains(window);
  }

  @Test
  void theLoginWindowHandsACodeToOneOriginOnce() {
    Reader bert = TestReaders.create(paper, "Bert");
    String window =
        "/einbettung/bergblick/anmeldung?herkunft=https%3A%2F%2Fbergblick.example&nonce=12345678";
    HttpResponse<String> nobody = new TestBrowser(paper).get(window);
    assertThat(nobody.statusCode()).isEqualTo(303);
    assertThat(nobody.headers().firstValue("Location").orElseThrow()).startsWith("/anmelden?");
    TestBrowser browser = TestBrowser.as(paper, bert);
    HttpResponse<String> question = browser.get(window);
    assertThat(question.body()).contains("Als Bert mitreden", "https://bergblick.example");
    HttpResponse<String> yes = browser.post(window);
    assertThat(yes.headers().firstValue("Cache-Control")).contains("private, no-store");
    Element handover =
        java.util.Objects.requireNonNull(Jsoup.parse(yes.body()).getElementById("uebergabe"));
    assertThat(handover.attr("data-origin")).isEqualTo("https://bergblick.example");
    assertThat(handover.attr("data-nonce")).isEqualTo("12345678");
    Map<String, Object> code = Map.of("code", handover.attr("data-code"));
    assertThat(house.exchange("https://evil.example", "/f", code).statusCode()).isEqualTo(403);
    HttpResponse<String> passed = house.exchange("/f", code);
    assertThat(House.json(passed).get("name").asString()).isEqualTo("Bert");
    assertThat(house.exchange("/f", code).statusCode()).as("once").isEqualTo(403);
    String pass = House.json(passed).get("token").asString();
    assertThat(house.call(pass, "POST", "comments", "{\"text\":\"Hier\"}").statusCode())
        .isEqualTo(201);
    browser.post("/abmelden");
    assertThat(house.call(pass, "POST", "comments", "{\"text\":\"Weg\"}").statusCode())
        .as("goes with the session")
        .isEqualTo(401);
    for (String wrong :
        List.of(
            window.replace("bergblick.example", "evil.example"),
            window.replace("nonce=12345678", "nonce=<x>"),
            window.replace("/bergblick/", "/niemand/"))) {
      assertThat(TestBrowser.as(paper, bert).get(wrong.replace("<x>", "%3Cx%3E")).statusCode())
          .isIn(400, 403, 404);
    }
  }

  @Test
  void aPageThatItsHouseSignsKeepsItsTalkWhenItMoves() {
    House strict = House.open(paper, "streng", "https://streng.example", true);
    String unsigned = strict.pass("1", "Sepp", "/erfunden");
    assertThat(strict.call(unsigned, "POST", "comments", "{\"text\":\"x\"}").statusCode())
        .isEqualTo(403);
    Map<String, Object> claims = strict.claims("1", "Sepp");
    claims.put("page", "https://streng.example/alt");
    claims.put("key", "post-7");
    claims.put("headline", "Der wahre Titel");
    assertThat(post(strict, "/alt", "post-7", claims)).isEqualTo(201);
    assertThat(headline()).isEqualTo("https://streng.example/alt Der wahre Titel");
    Map<String, Object> moved = strict.claims("1", "Sepp");
    moved.put("page", "https://streng.example/neu");
    moved.put("key", "post-7");
    moved.put("headline", "Neuer Titel");
    assertThat(post(strict, "/neu", "post-7", moved)).isEqualTo(201);
    assertThat(headline()).isEqualTo("https://streng.example/neu Neuer Titel");
    assertThat(
            Jsoup.parse(new TestBrowser(paper).get(strict.fragment("/neu", "post-7", "")).body())
                .select(".comment"))
        .hasSize(2);
    Map<String, Object> wrong = strict.claims("1", "Sepp");
    wrong.put("page", "https://streng.example/andere");
    assertThat(strict.exchange("/neu", Map.of("signOn", strict.sign(wrong))).statusCode())
        .as("signed for another page")
        .isEqualTo(403);
  }

  private static int post(House strict, String path, String key, Map<String, Object> claims) {
    HttpResponse<String> passed =
        strict.exchange(path, Map.of("signOn", strict.sign(claims), "key", key));
    assertThat(passed.statusCode()).as(passed.body()).isEqualTo(200);
    String pass = House.json(passed).get("token").asString();
    return strict.call(pass, "POST", "comments", "{\"text\":\"Wort\"}").statusCode();
  }

  private static String headline() {
    return db.sql(
            """
            select external_address || ' ' || headline from article a
            join widget_page p on p.article = a.id where p.site = 'streng' and p.page_key = 'k:post-7'
            """)
        .query(String.class)
        .single();
  }

  private static Map<String, Object> signed(String subject, String name) {
    return Map.of("signOn", house.sign(house.claims(subject, name)));
  }

  private static int accounts() {
    return db.sql("select count(*) from account").query(Integer.class).single();
  }
}
