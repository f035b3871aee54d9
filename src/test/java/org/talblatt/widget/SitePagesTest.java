package org.talblatt.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.identity.Role;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Administrators say which sites may show the talk. */
class SitePagesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final String PATH = "/verwaltung/einbettung";
  private static final TestBrowser chief =
      TestBrowser.as(paper, TestReaders.create(paper, "Chefin", Role.ADMINISTRATOR));

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aSiteIsEnteredChangedAndRemoved() {
    assertThat(chief.get(PATH).body()).contains("Website eintragen");
    section();
    HttpResponse<String> added =
        add("almblick", "https://Almblick.example/\nhttp://localhost:8000");
    assertThat(added.statusCode()).isEqualTo(303);
    HttpResponse<String> page = chief.follow(added);
    assertThat(page.headers().firstValue("Cache-Control")).contains("private, no-store");
    assertThat(Jsoup.parse(page.body()).select("#herkunft").text())
        .isEqualTo("https://almblick.example\nhttp://localhost:8000");
    assertThat(Jsoup.parse(page.body()).select("pre.embed-code").text())
        .contains(
            "<talblatt-discussion site=\"almblick\"",
            paper.settings().url() + "/einbettung/talblatt.js");
    assertThat(change().statusCode()).isEqualTo(303);
    Site site = paper.door(Sites.class).find("almblick").orElseThrow();
    assertThat(site.origins()).containsExactly("https://www.almblick.example");
    assertThat(site.queryNames()).containsExactly("p", "id");
    assertThat(site.pagesSigned()).isTrue();
    assertThat(chief.post(PATH + "/almblick/entfernung").statusCode()).isEqualTo(303);
    assertThat(paper.door(Sites.class).find("almblick")).isEmpty();
    assertThat(chief.get(PATH + "/almblick").statusCode()).isEqualTo(404);
    assertThat(verbs("almblick"))
        .containsExactly("widget.site-added", "widget.site-changed", "widget.site-removed");
    assertThat(chief.get("/verwaltung/protokoll").body())
        .contains("Website zum Einbetten entfernt");
  }

  @Test
  void whatIsWrongIsSaidAndWhatWasTypedStays() {
    section();
    for (String[] wrong :
        List.of(
            new String[] {"Gross", "https://a.example"},
            new String[] {"beispiel", "https://a.example"},
            new String[] {"gut", "https://a.example/pfad"},
            new String[] {"gut", "*"},
            new String[] {"gut", ""},
            new String[] {"gut", "https://a.example\n".repeat(30).replace("a.", "a%s.")},
            new String[] {"gut", "x".repeat(10_001)})) {
      HttpResponse<String> refused = add(wrong[0], wrong[1]);
      assertThat(refused.statusCode()).as(wrong[1]).isEqualTo(422);
      assertThat(TestBrowser.field(refused, "kuerzel")).isEqualTo(wrong[0]);
      assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text()).isNotEmpty();
    }
    assertThat(add("doppelt", "https://a.example").statusCode()).isEqualTo(303);
    assertThat(add("doppelt", "https://b.example").statusCode()).isEqualTo(422);
    assertThat(
            chief
                .post(PATH, "kuerzel", "ohne", "name", "", "herkunft", "https://a.example")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void aSecretIsShownOnceAndKeysTakeItsPlace() throws Exception {
    section();
    add("geheim", "https://geheim.example");
    HttpResponse<String> made = chief.post(PATH + "/geheim/geheimnis");
    String secret = Jsoup.parse(made.body()).select("code.embed-code").text();
    assertThat(secret).hasSizeGreaterThan(40);
    assertThat(made.headers().firstValue("Cache-Control")).contains("private, no-store");
    assertThat(chief.get(PATH + "/geheim").body()).doesNotContain(secret);
    assertThat(chief.get("/verwaltung/protokoll").body()).doesNotContain(secret);
    HttpResponse<String> second = chief.post(PATH + "/geheim/geheimnis");
    assertThat(second.body()).contains("gilt noch bis");
    assertThat(chief.post(PATH + "/geheim/schluessel", "schluessel", "kein").statusCode())
        .isEqualTo(422);
    String key = new ECKeyGenerator(Curve.P_256).generate().toPublicJWK().toJSONString();
    assertThat(chief.post(PATH + "/geheim/schluessel", "schluessel", key).statusCode())
        .isEqualTo(303);
    assertThat(chief.get(PATH + "/geheim").body()).contains("ES256");
    assertThat(chief.post(PATH + "/geheim/anmeldungsende").statusCode()).isEqualTo(303);
    assertThat(paper.door(Sites.class).find("geheim").orElseThrow().signOn())
        .isEqualTo(new SignOnKey.None());
  }

  @Test
  void aRemovedSitesTalkIsGoneFromItsPagesAndComesBackWithIt() {
    section();
    House house = House.open(paper, "kommtwieder", "https://wieder.example");
    String pass = house.pass("1", "Anna", "/a");
    house.call(pass, "POST", "comments", "{\"text\":\"Bleibt\"}");
    TestBrowser anybody = new TestBrowser(paper);
    String address = house.fragment("/a", null, "");
    assertThat(anybody.get(address).body()).contains("Bleibt");
    chief.post(PATH + "/kommtwieder/entfernung");
    assertThat(anybody.get(address).statusCode()).isEqualTo(404);
    assertThat(house.call(pass, "GET", "thread", "").statusCode()).isEqualTo(401);
    add("kommtwieder", "https://wieder.example");
    assertThat(anybody.get(address).body()).contains("Bleibt");
    assertThat(
            house
                .exchange("/a", Map.of("signOn", house.sign(house.claims("1", "Anna"))))
                .statusCode())
        .as("the old secret opens nothing")
        .isEqualTo(403);
    House again = house.withNewSecret();
    HttpResponse<String> known =
        again.exchange("/a", Map.of("signOn", again.sign(again.claims("1", "Anna"))));
    assertThat(House.json(known).get("agree").asBoolean()).as("its readers too").isFalse();
    assertThat(House.json(known).get("name").asString()).isEqualTo("Anna");
  }

  private static HttpResponse<String> change() {
    return chief.post(
        PATH + "/almblick",
        "name",
        "Almblick neu",
        "herkunft",
        "https://www.almblick.example",
        "ressort",
        "politik",
        "parameter",
        "p, id",
        "signiert",
        "1");
  }

  private static void section() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
  }

  private static HttpResponse<String> add(String slug, String origins) {
    return chief.post(
        PATH, "kuerzel", slug, "name", "Haus", "herkunft", origins, "ressort", "politik");
  }

  private static List<String> verbs(String subject) {
    return paper
        .door(JdbcClient.class)
        .sql("select what from audit_entry where subject = ? order by id")
        .param(subject)
        .query((row, n) -> row.getString(1))
        .list();
  }
}
