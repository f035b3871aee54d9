package org.talblatt.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.platform.SettingValues;
import org.talblatt.platform.Settings;
import org.talblatt.platform.http.PublicAddress;
import org.talblatt.testing.CrookedProvider;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestProvider;
import org.talblatt.testing.TestReaders;

/** What other people, and providers that are not in order, try at the login by a provider. */
class OidcAttackTest {
  private static final TestProvider haus = new TestProvider("haus");
  private static final CrookedProvider krumm = crooked();
  private static final TestPaper paper = start();

  private static CrookedProvider crooked() {
    try {
      return new CrookedProvider();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TestPaper start() {
    Map<String, String> settings = new HashMap<>(haus.settings());
    settings.putAll(TestProvider.settings("krumm", krumm.issuer()));
    settings.putAll(TestProvider.settings("fort", "http://localhost:1"));
    settings.put("oidc", "haus,krumm,fort");
    settings.put("oidc-inside", "true");
    return TestPaper.start(TestDatabase.create(), settings);
  }

  @AfterAll
  static void stop() {
    paper.close();
    krumm.close();
    haus.close();
  }

  @Test
  void anAnswerThatThisBrowserDidNotAskForLogsNobodyIn() {
    TestBrowser attacker = new TestBrowser(paper);
    haus.knows("fremd", "fremd@example.org", "Fremd");
    String answer = TestProvider.consent(attacker.post("/anmelden/oidc/haus"));
    TestBrowser victim = new TestBrowser(paper);
    refused(victim, victim.get(answer));
    victim.post("/anmelden/oidc/haus", "zurueck", "/politik");
    HttpResponse<String> begun = victim.get(answer);
    refused(victim, begun);
    // nothing of the victim's own login is lost
    assertThat(TestBrowser.field(begun, "zurueck")).isEqualTo("/politik");
    assertThat(attacker.get(answer).statusCode()).isEqualTo(303);
  }

  @Test
  void anAnswerIsGoodOnce() {
    TestBrowser browser = new TestBrowser(paper);
    haus.knows("einmal", "einmal@example.org", "Einmal");
    HttpResponse<String> onward = browser.post("/anmelden/oidc/haus", "zurueck", "/politik");
    String cookie = browser.cookies().get("talblatt-oidc");
    String answer = TestProvider.consent(onward);
    assertThat(browser.get(answer).statusCode()).isEqualTo(303);
    browser.cookies().put("talblatt-oidc", cookie);
    refused(browser, browser.get(answer));
    assertThat(browser.get("/anmelden/neu").statusCode()).isEqualTo(422);
  }

  @Test
  void whoComesTooLateIsLedBackWithTheirText() {
    TestBrowser browser = new TestBrowser(paper);
    String answer =
        TestProvider.consent(
            browser.post("/anmelden/oidc/haus", "text", "schluessel", "zurueck", "/politik"));
    paper
        .door(JdbcClient.class)
        .sql("update oidc_login set begun_at = now() - interval '11 minutes'")
        .update();
    HttpResponse<String> late = browser.get(answer);
    refused(browser, late);
    assertThat(late.body()).contains("abgelaufen");
    assertThat(TestBrowser.field(late, "text")).isEqualTo("schluessel");
    assertThat(TestBrowser.field(late, "zurueck")).isEqualTo("/politik");
  }

  @Test
  void oneProvidersAnswerIsNoOthers() {
    TestBrowser browser = new TestBrowser(paper);
    haus.knows("mix", "mix@example.org", "Mix");
    String answer = TestProvider.consent(browser.post("/anmelden/oidc/haus"));
    refused(browser, browser.get(answer.replace("/haus/", "/krumm/")));
    TestBrowser other = new TestBrowser(paper);
    String named = TestProvider.consent(other.post("/anmelden/oidc/haus"));
    refused(other, other.get(named + "&iss=" + encode(krumm.issuer())));
  }

  @Test
  void whoSaysNoThereIsToldSoWithTheirText() {
    TestBrowser browser = new TestBrowser(paper);
    HttpResponse<String> onward = browser.post("/anmelden/oidc/haus", "text", "schluessel");
    String state = TestProvider.page(onward).getQuery().replaceAll("(^|.*&)state=([^&]*).*", "$2");
    HttpResponse<String> no =
        browser.get("/anmelden/oidc/haus/zurueck?error=access_denied&state=" + state);
    refused(browser, no);
    assertThat(no.body()).contains("abgebrochen oder abgelehnt");
    assertThat(TestBrowser.field(no, "text")).isEqualTo("schluessel");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "?code=x",
        "?state=x&code=y",
        "?error=%00%0d%0aX&state=%C3%A4",
        "?code=&state="
      })
  void brokenAnswersAreRefused(String query) {
    TestBrowser browser = new TestBrowser(paper);
    browser.post("/anmelden/oidc/haus");
    refused(browser, browser.get("/anmelden/oidc/haus/zurueck" + query));
    browser.cookies().put("talblatt-oidc", "x".repeat(5000));
    refused(browser, browser.get("/anmelden/oidc/haus/zurueck" + query));
    assertThat(browser.get("/anmelden/oidc/niemand/zurueck" + query).statusCode()).isEqualTo(404);
  }

  @Test
  void aTokenThatIsNotInOrderProvesNobody() {
    krumm.claims(UnaryOperator.identity());
    assertThat(krummLogin(new TestBrowser(paper)).statusCode()).isEqualTo(303);
    Map<String, Object> wrong = new LinkedHashMap<>();
    wrong.put("aud", "eine andere Zeitung");
    wrong.put("iss", "http://localhost:2");
    wrong.put("nonce", "von gestern");
    wrong.put("exp", 1_000_000_000);
    wrong.put("sub", "");
    wrong.forEach(
        (claim, value) -> {
          krumm.claims(all -> with(all, claim, value));
          untrusted(claim);
        });
    krumm.claims(
        all -> {
          Map<String, Object> less = new LinkedHashMap<>(all);
          less.remove("nonce");
          return less;
        });
    untrusted("no nonce");
    krumm.forged();
    untrusted("forged");
    krumm.unsigned();
    untrusted("unsigned");
    krumm.claims(UnaryOperator.identity());
  }

  private static void untrusted(String what) {
    TestBrowser browser = new TestBrowser(paper);
    HttpResponse<String> refused = krummLogin(browser);
    assertThat(refused.statusCode()).as(what).isEqualTo(422);
    assertThat(refused.body()).as(what).contains("ist nicht in Ordnung");
    assertThat(browser.get("/anmelden/neu").statusCode()).as(what).isEqualTo(422);
  }

  @Test
  void refusalsAreLoggedWithoutTokensAndPeople() throws Exception {
    krumm.claims(
        all -> with(with(all, "nonce", "ein-altes-nonce"), "email", "ganz.geheim@x.example"));
    krummLogin(new TestBrowser(paper));
    krumm.forged();
    krummLogin(new TestBrowser(paper));
    krumm.claims(UnaryOperator.identity());
    Path file = paper.settings().data().resolve("log/talblatt.json");
    await().until(() -> Files.exists(file) && Files.readString(file).contains("invalid_id_token"));
    assertThat(Files.readString(file))
        .contains("login by krumm refused: invalid_nonce")
        .doesNotContain("eyJ", "ein-altes-nonce", "ganz.geheim", "code=gut");
  }

  @Test
  void aProviderThatIsDownCostsOnlyItsOwnButton() {
    TestBrowser browser = new TestBrowser(paper);
    HttpResponse<String> down =
        browser.post("/anmelden/oidc/fort", "text", "schluessel", "zurueck", "/politik");
    assertThat(down.statusCode()).isEqualTo(503);
    assertThat(down.body()).contains("Haus fort ist gerade nicht zu erreichen");
    assertThat(TestBrowser.field(down, "text")).isEqualTo("schluessel");
    assertThat(browser.get("/anmelden").body()).contains("Mit Haus fort anmelden");
    assertThat(browser.post("/anmelden/oidc/niemand").statusCode()).isEqualTo(404);
  }

  @Test
  void anotherSiteMayPostAProvidersAnswerAndNothingElse() {
    TestBrowser browser = new TestBrowser(paper);
    TestReaders.withPassword(paper, "Erna");
    browser.login("Erna");
    String session = browser.cookies().get("talblatt");
    haus.knows("form", "form@example.org", "Form");
    String answer = TestProvider.consent(browser.post("/anmelden/oidc/haus"));
    String path = answer.substring(0, answer.indexOf('?'));
    assertThat(foreign(browser, "/anmelden/oidc/haus", "").statusCode()).isEqualTo(403);
    assertThat(foreign(browser, "/konto/anbieter/haus", "").statusCode()).isEqualTo(403);
    assertThat(foreign(browser, "/anmelden/neu", "name=x").statusCode()).isEqualTo(403);
    HttpResponse<String> arrived =
        foreign(browser, path, answer.substring(answer.indexOf('?') + 1));
    assertThat(arrived.headers().firstValue("Location")).contains("/anmelden/neu");
    assertThat(browser.cookies().get("talblatt")).isEqualTo(session);
    TestBrowser nobody = new TestBrowser(paper);
    refused(nobody, foreign(nobody, path, answer.substring(answer.indexOf('?') + 1)));
  }

  @Test
  void aLoginIsAddedOnlyWhileTheSessionThatBeganItLives() {
    TestReaders.withPassword(paper, "Fritz");
    TestBrowser browser = new TestBrowser(paper);
    browser.login("Fritz");
    haus.knows("fritz", "fritz@example.org", "Fritz");
    String answer = TestProvider.consent(browser.post("/konto/anbieter/haus"));
    browser.post("/abmelden");
    assertThat(browser.get(answer).headers().firstValue("Location"))
        .contains("/konto/anbieter?anbieter=haus&problem=ended");
    assertThat(
            paper
                .door(JdbcClient.class)
                .sql("select count(*) from oidc_link where subject = 'fritz'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void theCookieIsSeenByOurPagesAloneUnlessTheProviderPosts() {
    TestBrowser browser = new TestBrowser(paper);
    assertThat(browser.post("/anmelden/oidc/haus").headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .contains("HttpOnly", "SameSite=Lax", "Path=/");
    ProviderCookie secure =
        new ProviderCookie(SettingValues.of(Map.of("url", "https://zeitung.example"), false));
    org.springframework.http.HttpHeaders headers = new org.springframework.http.HttpHeaders();
    secure.put(headers, new Secret("x"), true);
    assertThat(headers.getFirst("Set-Cookie"))
        .contains("__Host-talblatt-oidc=", "Secure", "SameSite=None", "HttpOnly");
  }

  @Test
  void fetchesStayOutsideUnlessTheSettingsSaySo() throws Exception {
    ProviderFetches outward = new ProviderFetches(SettingValues.of(Map.of(), false));
    for (String address :
        new String[] {
          "https://localhost/",
          "https://127.0.0.1/",
          "https://10.1.2.3/",
          "https://192.168.0.1/",
          "https://169.254.169.254/",
          "https://100.64.0.1/",
          "https://[::1]/",
          "https://[fd00::1]/",
          "https://[::ffff:127.0.0.1]/",
          "http://93.184.216.34/"
        }) {
      assertThatThrownBy(() -> outward.check(URI.create(address)))
          .as(address)
          .isInstanceOf(IOException.class);
    }
    outward.check(URI.create("https://93.184.216.34/"));
    assertThat(PublicAddress.is(InetAddress.ofLiteral("2001:4860:4860::8888"))).isTrue();
    new ProviderFetches(SettingValues.of(Map.of("oidc-inside", "true"), false))
        .check(URI.create("http://localhost/"));
  }

  @Test
  void descriptionsThatAreNotInOrderAreRefused() {
    String truth = krumm.description();
    Map<String, String> given =
        with(
            TestProvider.settings("krumm", krumm.issuer()),
            Map.of("oidc", "krumm", "oidc-inside", "true"));
    Settings settings = SettingValues.of(given, false);
    for (String wrong :
        new String[] {
          truth.replaceFirst("\"issuer\": \"[^\"]*\"", "\"issuer\": \"https://anders.example\""),
          truth.replaceFirst(
              "\"authorization_endpoint\": \"[^\"]*\"",
              "\"authorization_endpoint\": \"javascript:alert(1)\""),
          "{" + " ".repeat(300_000) + truth.strip().substring(1),
          "[]",
          "kein JSON"
        }) {
      krumm.describes(wrong);
      // each asks anew
      Providers providers =
          new Providers(settings, new ProviderFetches(settings), Clock.systemUTC());
      assertThatThrownBy(() -> providers.partner(settings.oidc().providers().getFirst()))
          .as(wrong.strip())
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.UNREACHABLE));
    }
    krumm.describes("");
  }

  private static HttpResponse<String> krummLogin(TestBrowser browser) {
    HttpResponse<String> onward = browser.post("/anmelden/oidc/krumm");
    String query =
        krumm.consent(TestProvider.page(onward)).entrySet().stream()
            .map(each -> each.getKey() + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
    return browser.get("/anmelden/oidc/krumm/zurueck?" + query);
  }

  private static void refused(TestBrowser browser, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("form-problem");
    assertThat(browser.cookies()).doesNotContainKey("talblatt");
  }

  private static HttpResponse<String> foreign(TestBrowser browser, String path, String form) {
    return browser.send(
        browser
            .request(path)
            .timeout(Duration.ofSeconds(30))
            .header("Sec-Fetch-Site", "cross-site")
            .header("Origin", "https://haus.example")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private static <T> Map<String, T> with(Map<String, T> all, String key, T value) {
    return with(all, Map.of(key, value));
  }

  private static <T> Map<String, T> with(Map<String, T> all, Map<String, T> more) {
    Map<String, T> both = new LinkedHashMap<>(all);
    both.putAll(more);
    return both;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
