package org.talblatt.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestProvider;
import org.talblatt.testing.TestReaders;

/**
 * Getting in by a real provider: as somebody new, as somebody known, and into one's own account.
 */
class OidcLoginTest {
  private static final TestProvider haus = new TestProvider("haus");
  private static final TestPaper paper = start();

  private static TestPaper start() {
    Map<String, String> settings = new HashMap<>(haus.settings());
    settings.put("oidc", "haus");
    settings.put("oidc-inside", "true");
    return TestPaper.start(TestDatabase.create(), settings);
  }

  @AfterAll
  static void stop() {
    paper.close();
    haus.close();
  }

  @Test
  void somebodyNewChoosesANameAndStandsBeforeTheirText() {
    ArticleId article = TestArticles.publish(paper, "Der Steg");
    TestBrowser browser = new TestBrowser(paper);
    HttpResponse<String> wall =
        browser.post("/artikel/" + article + "/kommentare", "text", "Endlich ein Steg!");
    assertThat(wall.body()).contains("Mit Haus haus anmelden");
    String text = TestBrowser.field(wall, "text");
    haus.knows("steg", "steg@example.org", "Ada <b>Steg</b>");
    HttpResponse<String> arrived = haus.login(browser, text, "");
    assertThat(location(arrived)).isEqualTo("/anmelden/neu");
    HttpResponse<String> form = browser.follow(arrived);
    assertThat(TestBrowser.field(form, "name")).isEqualTo("Ada b Steg b");
    assertThat(form.body()).contains("Dein Text ist aufgehoben", "steg@example.org");
    HttpResponse<String> in =
        browser.post("/anmelden/neu", "name", "Ada", "age", "1", "rules", "1");
    assertThat(browser.follow(in).body()).contains("Endlich ein Steg!");
    assertThat(browser.cookies()).containsKey("talblatt").doesNotContainKey("talblatt-oidc");

    TestBrowser again = new TestBrowser(paper);
    haus.knows("steg", "anders@example.org", "Wer anders");
    HttpResponse<String> back = haus.login(again, "", "/konto");
    assertThat(location(back)).isEqualTo("/konto");
    assertThat(again.follow(back).body()).contains("Ada");
    assertThat(again.cookies()).doesNotContainKey("talblatt-oidc");
  }

  @Test
  void theNameIsChosenUnderTheRulesOfTheRegistration() {
    TestReaders.create(paper, "Schon Da");
    TestBrowser browser = arriveAsNew("regeln", "regeln@example.org", "Schon Da");
    HttpResponse<String> form = browser.get("/anmelden/neu");
    assertThat(TestBrowser.field(form, "name")).isEqualTo("Schon Da 2");
    for (String name :
        new String[] {"Redaktion", "Schon Da", "x", "a".repeat(10_000), "\0\0", ""}) {
      HttpResponse<String> refused =
          browser.post("/anmelden/neu", "name", name, "age", "1", "rules", "1");
      assertThat(refused.statusCode()).as(name).isEqualTo(422);
      assertThat(refused.body()).contains("name-problem");
    }
    HttpResponse<String> young = browser.post("/anmelden/neu", "name", "Jung", "rules", "1");
    assertThat(young.statusCode()).isEqualTo(422);
    assertThat(young.body()).contains("age-problem", "value=\"Jung\"");
    assertThat(browser.cookies()).doesNotContainKey("talblatt");
    HttpResponse<String> old =
        browser.post(
            "/anmelden/neu", "name", "Jung", "age", "1", "rules", "1", "fassung", "alt/alt");
    assertThat(old.body()).contains("rules-problem");
  }

  @Test
  void aMailAddressThatHasAnAccountIsLinkedOnlyByWhoShowsThePasswordToo() {
    TestReaders.withPassword(paper, "Berta");
    String email = TestReaders.email("Berta");
    TestBrowser browser = arriveAsNew("berta", email, "Berta");
    assertThat(browser.get("/anmelden/neu").body()).contains("Du hast hier schon ein Konto");
    HttpResponse<String> grab =
        browser.post("/anmelden/neu", "name", "Berta Zwei", "age", "1", "rules", "1");
    assertThat(location(grab)).isEqualTo("/anmelden/neu");
    assertThat(links()).doesNotContain("berta");
    assertThat(location(browser.get("/anmelden/verknuepfen")))
        .isEqualTo("/anmelden?zurueck=%2Fanmelden%2Fverknuepfen");
    assertThat(post(browser, "/anmelden/verknuepfen").statusCode()).isEqualTo(401);

    HttpResponse<String> in =
        browser.post(
            "/anmelden",
            "login",
            "Berta",
            "password",
            TestReaders.PASSWORD,
            "zurueck",
            "/anmelden/verknuepfen");
    assertThat(browser.follow(in).body()).contains("Haus haus", email, "Berta");
    assertThat(links()).doesNotContain("berta");
    assertThat(location(post(browser, "/anmelden/verknuepfen"))).isEqualTo("/konto");
    assertThat(links()).contains("berta");
    assertThat(TestMails.await(paper, email).subject()).contains("Haus haus öffnet jetzt");

    TestBrowser again = new TestBrowser(paper);
    haus.knows("berta", email, "Berta");
    assertThat(again.follow(haus.login(again, "", "/konto")).body()).contains("Berta");
  }

  @Test
  void withoutAVerifiedAddressOurOwnLinkProvesIt() {
    TestBrowser browser = new TestBrowser(paper);
    haus.knows("ohne", Map.of("preferred_username", "ohne"));
    browser.follow(haus.login(browser, "", "/konto"));
    assertThat(browser.get("/anmelden/neu").body()).contains("bestätigt uns keine E-Mail-Adresse");
    HttpResponse<String> hurry =
        browser.post("/anmelden/neu", "name", "Eilig", "age", "1", "rules", "1");
    assertThat(hurry.statusCode()).isEqualTo(422);
    assertThat(browser.cookies()).doesNotContainKey("talblatt");

    browser.get("/anmelden/neu");
    HttpResponse<String> wrong =
        browser.post("/anmelden/neu/adresse", "email", "kein.At\r\nBcc: x");
    assertThat(wrong.statusCode()).isEqualTo(422);
    browser.post("/anmelden/neu/adresse", "email", "ohne@example.org");
    String link = TestMails.await(paper, "ohne@example.org").link();

    TestBrowser elsewhere = new TestBrowser(paper);
    assertThat(elsewhere.get(link).body())
        .contains("Mit Haus haus anmelden")
        .doesNotContain("ohne@");
    String secret = link.substring(link.indexOf('=') + 1);
    assertThat(elsewhere.post("/anmelden/adresse", "link", secret).statusCode()).isEqualTo(422);
    haus.knows("ohne", Map.of());
    HttpResponse<String> there = haus.login(elsewhere, "", link);
    assertThat(location(there)).isEqualTo(link);
    assertThat(elsewhere.follow(there).body()).contains("ohne@example.org");
    HttpResponse<String> proved = elsewhere.post("/anmelden/adresse", "link", secret);
    assertThat(location(proved)).isEqualTo("/anmelden/neu");
    HttpResponse<String> in =
        elsewhere.post("/anmelden/neu", "name", "Ohne", "age", "1", "rules", "1");
    assertThat(location(in)).isEqualTo("/konto");
    assertThat(browser.get(link).statusCode()).isEqualTo(422);
  }

  @Test
  void aStrangersAddressBringsNeitherAccountNorLink() {
    TestReaders.withPassword(paper, "Opfer");
    String email = TestReaders.email("Opfer");
    TestBrowser attacker = new TestBrowser(paper);
    haus.knows("angreifer", Map.of("email", email, "email_verified", false));
    HttpResponse<String> form = attacker.follow(haus.login(attacker, "", ""));
    assertThat(form.body()).doesNotContain("schon ein Konto zu");
    HttpResponse<String> known = attacker.post("/anmelden/neu/adresse", "email", email);
    HttpResponse<String> unknown =
        attacker.post("/anmelden/neu/adresse", "email", "niemand@example.org");
    assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
    assertThat(location(known)).isEqualTo(location(unknown));
    // the victim opens the mail, and even logs in there as themselves
    String link = TestMails.await(paper, email).link();
    TestBrowser victim = new TestBrowser(paper);
    haus.knows("opfer", Map.of("email", email, "email_verified", true));
    HttpResponse<String> there = haus.login(victim, "", link);
    assertThat(victim.follow(there).body()).contains("gehört zu einer anderen Anmeldung");
    String secret = link.substring(link.indexOf('=') + 1);
    assertThat(victim.post("/anmelden/adresse", "link", secret).statusCode()).isEqualTo(422);
    assertThat(attacker.get("/anmelden/neu").body()).contains("bestätigt uns keine");
    assertThat(links()).doesNotContain("angreifer").doesNotContain("opfer");
  }

  @Test
  void whoIsBannedIsNotLetIn() {
    TestBrowser browser = arriveAsNew("gebannt", "gebannt@example.org", "Gebannt");
    browser.post("/anmelden/neu", "name", "Gebannt", "age", "1", "rules", "1");
    sql("update account set state = 'banned' where name = 'Gebannt'");
    TestBrowser again = new TestBrowser(paper);
    haus.knows("gebannt", "gebannt@example.org", "Gebannt");
    HttpResponse<String> refused = haus.login(again, "", "/konto");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("gesperrt oder geschlossen");
    assertThat(again.cookies()).doesNotContainKey("talblatt");
  }

  @Test
  void aProvidersLoginIsOneFactorAndTheCodeIsStillAskedFor() {
    TestBrowser browser = arriveAsNew("zwei", "zwei@example.org", "Zwei Faktoren");
    browser.post("/anmelden/neu", "name", "Zwei Faktoren", "age", "1", "rules", "1");
    sql(
        """
        insert into totp (account, secret, confirmed_at)
        select id, decode(repeat('ab', 20), 'hex'), now() from account where name = 'Zwei Faktoren'
        """);
    TestBrowser again = new TestBrowser(paper);
    haus.knows(
        "zwei",
        Map.of("email", "zwei@example.org", "email_verified", true, "amr", new String[] {"mfa"}));
    HttpResponse<String> second = haus.login(again, "", "/konto");
    assertThat(location(second)).isEqualTo("/anmelden/code");
    assertThat(again.cookies()).doesNotContainKey("talblatt");
  }

  @Test
  void aCodeFromADeviceIsNoWayInByItself() {
    TestBrowser browser = arriveAsNew("geraet", "geraet@example.org", "Mit Gerät");
    browser.post("/anmelden/neu", "name", "Mit Gerät", "age", "1", "rules", "1");
    sql(
        """
        insert into totp (account, secret, confirmed_at)
        select id, decode(repeat('ab', 20), 'hex'), now() from account where name = 'Mit Gerät'
        """);
    String issuer = TestBrowser.field(browser.get("/konto/anbieter"), "issuer");
    assertThat(browser.post("/konto/anbieter/loesen", "issuer", issuer).statusCode())
        .isEqualTo(422);
    assertThat(links()).contains("geraet");
  }

  @Test
  void oneAddsALoginToTheOwnAccountAndTakesItAwayAgain() {
    Reader reader = TestReaders.withPassword(paper, "Carla");
    TestBrowser browser = new TestBrowser(paper);
    browser.login("Carla");
    assertThat(browser.get("/konto/sicherheit").body()).contains("Haus haus verknüpfen");
    haus.knows("carla", "carla@anderswo.example", "Carla");
    HttpResponse<String> added =
        browser.get(TestProvider.consent(post(browser, "/konto/anbieter/haus")));
    assertThat(browser.follow(added).body())
        .contains("Die Anmeldung ist verknüpft", "carla@anderswo.example");

    TestBrowser other = new TestBrowser(paper);
    TestReaders.withPassword(paper, "Dora");
    other.login("Dora");
    haus.knows("carla", "carla@anderswo.example", "Carla");
    HttpResponse<String> taken =
        other.follow(other.get(TestProvider.consent(post(other, "/konto/anbieter/haus"))));
    assertThat(taken.body()).contains("gehört schon zu einem anderen Konto");

    haus.knows("carla-zwei", "zwei@anderswo.example", "Carla");
    HttpResponse<String> second =
        browser.follow(browser.get(TestProvider.consent(post(browser, "/konto/anbieter/haus"))));
    assertThat(second.body()).contains("schon eine andere Anmeldung");

    String issuer = TestBrowser.field(browser.get("/konto/anbieter"), "issuer");
    HttpResponse<String> removed = browser.post("/konto/anbieter/loesen", "issuer", issuer);
    assertThat(browser.follow(removed).body()).contains("öffnet dein Konto nicht mehr");
    assertThat(browser.post("/konto/anbieter/loesen", "issuer", issuer).statusCode())
        .isEqualTo(404);
    assertThat(links()).doesNotContain("carla");
    assertThat(TestMails.await(paper, TestReaders.email("Carla"), 2)).hasSize(2);
    assertThat(
            paper
                .door(JdbcClient.class)
                .sql("select what from audit_entry where account = ? order by id")
                .param(reader.account().value())
                .query(String.class)
                .list())
        .containsExactly("account.login-linked", "account.login-unlinked");
  }

  @Test
  void theLastWayInStays() {
    TestBrowser browser = arriveAsNew("letzter", "letzter@example.org", "Letzter");
    browser.post("/anmelden/neu", "name", "Letzter", "age", "1", "rules", "1");
    String issuer = TestBrowser.field(browser.get("/konto/anbieter"), "issuer");
    HttpResponse<String> kept = browser.post("/konto/anbieter/loesen", "issuer", issuer);
    assertThat(kept.statusCode()).isEqualTo(422);
    assertThat(kept.body()).contains("ist dein einziger Weg in dein Konto");
    assertThat(links()).contains("letzter");
  }

  @Test
  void whoLoggedInLongAgoShowsThatFirst() {
    TestReaders.withPassword(paper, "Lang Her");
    TestBrowser browser = new TestBrowser(paper);
    browser.login("Lang Her");
    sql("update session set proved_at = now() - interval '1 hour'");
    for (String path : new String[] {"/konto/anbieter/haus", "/konto/anbieter/loesen"}) {
      HttpResponse<String> due = post(browser, path);
      assertThat(location(due)).isEqualTo("/konto/bestaetigen?zurueck=%2Fkonto%2Fanbieter");
    }
  }

  private static TestBrowser arriveAsNew(String subject, String email, String name) {
    TestBrowser browser = new TestBrowser(paper);
    haus.knows(subject, email, name);
    browser.follow(haus.login(browser, "", "/konto"));
    return browser;
  }

  private static HttpResponse<String> post(TestBrowser browser, String path) {
    return browser.post(path);
  }

  private static java.util.List<@org.jspecify.annotations.Nullable String> links() {
    return paper
        .door(JdbcClient.class)
        .sql("select subject from oidc_link")
        .query(String.class)
        .list();
  }

  private static void sql(String statement) {
    paper.door(JdbcClient.class).sql(statement).update();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("none, but " + answer.statusCode());
  }
}
