package org.talblatt.identity.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Rights;
import org.talblatt.identity.Role;
import org.talblatt.identity.Staff;
import org.talblatt.paper.Actor;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Accounts are found, given rights, locked and helped, by forms alone. */
class AccountFilePagesTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader CHIEF = TestReaders.create(paper, "Chefin", Role.ADMINISTRATOR);
  private final TestBrowser chief = TestBrowser.as(paper, CHIEF);

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void accountsAreFoundByNameMailRoleAndState() {
    Reader anna = TestReaders.create(paper, "Anna_Suchbar", Role.MODERATOR);
    Reader berta = TestReaders.create(paper, "Berta Suchbar");
    paper.door(Staff.class).lock(berta.account(), "", Actor.console());
    assertThat(names("?suche=SUCHBAR")).containsExactly("Anna_Suchbar", "Berta Suchbar");
    assertThat(names("?suche=" + TestReaders.email("Berta Suchbar")))
        .containsExactly("Berta Suchbar");
    assertThat(names("?suche=suchbar&rolle=moderator")).containsExactly("Anna_Suchbar");
    assertThat(names("?suche=suchbar&rolle=staff")).containsExactly("Anna_Suchbar");
    assertThat(names("?suche=suchbar&rolle=editor")).isEmpty();
    assertThat(names("?suche=suchbar&zustand=locked")).containsExactly("Berta Suchbar");
    assertThat(names("?suche=suchbar&zustand=active")).containsExactly("Anna_Suchbar");
    assertThat(names("?suche=suchbar&nach=" + anna.account())).containsExactly("Berta Suchbar");
    assertThat(names("?suche=%25")).as("no pattern").isEmpty();
    assertThat(names("?suche=a_a")).as("no pattern").isEmpty();
  }

  @Test
  void aLongListGoesOnOnTheNextPageAndKeepsWhatWasAsked() {
    for (int i = 0; i < 52; i++) {
      TestReaders.create(paper, "Viele & %d".formatted(i).replace("&", "und"));
    }
    Document first = page("/verwaltung/konten?suche=Viele%20und&zustand=active");
    assertThat(first.select(".staff-row")).hasSize(50);
    Document second = page(first.select("a[rel=next]").attr("href"));
    assertThat(second.select(".staff-row")).hasSize(2);
    assertThat(second.select("#suche").val()).isEqualTo("Viele und");
    assertThat(second.select("a[rel=next]")).isEmpty();
  }

  @Test
  void aRoleIsGivenForASectionAndTakenAgain() {
    Reader editor = TestReaders.create(paper, "Neue Redakteurin");
    TestBrowser hers = TestBrowser.as(paper, editor);
    HttpResponse<String> given =
        chief.post(path(editor) + "/rollen", "rolle", "editor", "ressort", "politik");
    assertThat(given.statusCode()).isEqualTo(303);
    Document file = Jsoup.parse(chief.follow(given).body());
    assertThat(file.select(".staff-grants").text()).contains("Redaktion, Ressort Politik");
    assertThat(file.select("[role=status]").text()).contains("Die Rollen sind geändert");
    assertThat(file.select(".staff-log").text())
        .contains("Rolle gegeben", "editor:politik", "Chefin");
    assertThat(hers.get("/konto").statusCode()).as("her old session").isEqualTo(303);
    TestBrowser anew = TestBrowser.as(paper, editor);
    assertThat(anew.get("/redaktion/eingang").statusCode()).isEqualTo(200);
    chief.post(path(editor) + "/rollen/entzug", "recht", "editor:politik");
    assertThat(anew.get("/konto").statusCode()).isEqualTo(303);
    assertThat(TestBrowser.as(paper, editor).get("/redaktion/eingang").statusCode()).isEqualTo(403);
  }

  @Test
  void whatCantBeGivenIsSaidBesideTheForm() {
    Reader reader = TestReaders.create(paper, "Bleibt Leser");
    for (String[] typed :
        List.of(
            new String[] {"king", "", "Die Rolle king gibt es nicht"},
            new String[] {"author", "politik", "Die Rolle author gilt immer für alle Ressorts"},
            new String[] {"editor", "gibtesnicht", "Das Ressort „gibtesnicht“ gibt es nicht"},
            new String[] {"editor", "x'; drop", "gibt es nicht"},
            new String[] {"", "", "gibt es nicht"})) {
      HttpResponse<String> refused =
          chief.post(path(reader) + "/rollen", "rolle", typed[0], "ressort", typed[1]);
      assertThat(refused.statusCode()).as(typed[0]).isEqualTo(422);
      assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text()).contains(typed[2]);
    }
    assertThat(paper.door(Staff.class).rights(reader.account())).isEqualTo(Rights.NONE);
    assertThat(chief.get("/verwaltung/konten/999999").statusCode()).isEqualTo(404);
    assertThat(chief.post("/verwaltung/konten/999999/sperre", "grund", "x").statusCode())
        .isEqualTo(404);
  }

  @Test
  void whoChangesTheirOwnRightsGoesOnUnlessTheyAreTheLastOne() {
    Reader second = TestReaders.create(paper, "Zweite Chefin", Role.ADMINISTRATOR);
    TestBrowser hers = TestBrowser.as(paper, second);
    TestBrowser elsewhere = TestBrowser.as(paper, second);
    String before = hers.cookies().get("talblatt");
    hers.post(path(second) + "/rollen", "rolle", "moderator");
    assertThat(hers.cookies().get("talblatt")).isNotEqualTo(before);
    assertThat(hers.get(path(second)).body()).contains("Moderation");
    assertThat(elsewhere.get("/konto").statusCode()).isEqualTo(303);
    HttpResponse<String> gone =
        hers.post(path(second) + "/rollen/entzug", "recht", "administrator");
    assertThat(gone.headers().firstValue("Location")).contains("/konto");
    assertThat(hers.get("/konto").statusCode()).isEqualTo(200);
    assertThat(hers.get("/verwaltung/konten").statusCode()).isEqualTo(403);
    HttpResponse<String> last =
        chief.post(path(CHIEF) + "/rollen/entzug", "recht", "administrator");
    assertThat(last.statusCode()).isEqualTo(409);
    assertThat(last.body()).contains("Dann gäbe es niemanden mehr, der die Zeitung verwaltet.");
    assertThat(chief.get("/verwaltung/konten").statusCode()).isEqualTo(200);
  }

  @Test
  void anAccountIsLockedAndUnlocked() {
    Reader reader = TestReaders.withPassword(paper, "Verdächtig");
    TestBrowser hers = TestBrowser.as(paper, reader);
    String tooLong = "x".repeat(10_000);
    HttpResponse<String> refused = chief.post(path(reader) + "/sperre", "grund", tooLong);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.body()).select("#grund").val()).isEqualTo(tooLong);
    assertThat(hers.get("/konto").statusCode()).isEqualTo(200);
    HttpResponse<String> done =
        chief.post(path(reader) + "/sperre", "grund", "Passwort \u0000im Netz");
    assertThat(chief.follow(done).body())
        .contains("von der Verwaltung gesperrt", "Passwort im Netz");
    assertThat(hers.get("/konto").statusCode()).isEqualTo(303);
    assertThat(hers.login("Verdächtig").body()).contains("gesperrt oder geschlossen");
    assertThat(chief.get(path(CHIEF)).body()).doesNotContain("/sperre\"");
    assertThat(chief.post(path(CHIEF) + "/sperre").body()).contains("Dich selbst kannst du nicht");
    assertThat(chief.follow(chief.post(path(reader) + "/entsperrung")).body())
        .contains("wieder offen");
    assertThat(hers.login("Verdächtig").statusCode()).isEqualTo(303);
  }

  @Test
  void itsSessionsEndAndALinkToANewPasswordIsMailed() {
    Reader reader = TestReaders.withPassword(paper, "Hilflos");
    TestBrowser hers = TestBrowser.as(paper, reader);
    assertThat(chief.get(path(reader)).body()).contains("auf einem Gerät", "zweiter Faktor");
    HttpResponse<String> out = chief.post(path(reader) + "/sitzungen/ende");
    assertThat(chief.follow(out).body()).contains("ist überall abgemeldet", "nirgends angemeldet");
    assertThat(hers.get("/konto").statusCode()).isEqualTo(303);
    assertThat(chief.follow(chief.post(path(reader) + "/passwort")).body())
        .contains("Der Link ist unterwegs");
    String link = TestMails.await(paper, TestReaders.email("Hilflos")).link();
    assertThat(hers.get(link).body()).contains("Neues Passwort");
  }

  @Test
  void aLostSecondFactorIsTakenAway() {
    Reader reader = TestReaders.create(paper, "Verlor das Telefon");
    TestBrowser hers = TestBrowser.as(paper, reader);
    assertThat(chief.get(path(reader)).body()).doesNotContain("/faktoren\"");
    paper
        .door(JdbcClient.class)
        .sql("insert into totp (account, secret, confirmed_at) values (?, ?, now())")
        .params(reader.account().value(), new byte[20])
        .update();
    assertThat(chief.get(path(reader)).body()).contains("/faktoren\"");
    assertThat(chief.follow(chief.post(path(reader) + "/faktoren")).body())
        .contains("Der zweite Faktor ist entfernt", "von der Verwaltung entfernt");
    assertThat(chief.get(path(reader)).body()).doesNotContain("/faktoren\"");
    assertThat(hers.get("/konto").statusCode()).isEqualTo(303);
  }

  @Test
  void anOldProofIsRenewedBeforeRightsChange() {
    Reader reader = TestReaders.create(paper, "Ziel");
    TestBrowser old = TestBrowser.as(paper, CHIEF);
    paper
        .door(JdbcClient.class)
        .sql("update session set proved_at = now() - interval '1 hour' where account = ?")
        .param(CHIEF.account().value())
        .update();
    for (String act :
        List.of(
            "/rollen", "/sperre", "/entsperrung", "/sitzungen/ende", "/passwort", "/faktoren")) {
      assertThat(old.post(path(reader) + act, "rolle", "editor").headers().firstValue("Location"))
          .get()
          .asString()
          .startsWith("/konto/bestaetigen?zurueck=%2Fverwaltung%2Fkonten%2F");
    }
    assertThat(paper.door(Staff.class).rights(reader.account())).isEqualTo(Rights.NONE);
  }

  @Test
  void theOverviewSaysWhoMayWhat() {
    Document page = page("/verwaltung/rechte");
    assertThat(row(page, "/redaktion/**"))
        .containsExactly("–", "–", "–", "liest, ändert", "–", "liest", "liest, ändert");
    assertThat(row(page, "/verwaltung/**"))
        .containsExactly("–", "–", "–", "–", "–", "–", "liest, ändert");
    assertThat(row(page, "/konto/**")).startsWith("–", "liest, ändert").doesNotContain("liest");
    assertThat(row(page, "/**")).containsOnly("liest");
    assertThat(chief.get("/verwaltung").headers().firstValue("Location"))
        .contains("/verwaltung/konten");
    assertThat(chief.get("/konto").body()).contains("href=\"/verwaltung\"");
  }

  private static List<String> row(Document page, String path) {
    return page.select("tr:has(code)").stream()
        .filter(row -> row.select("code").text().equals(path))
        .flatMap(row -> row.select("td").stream())
        .map(org.jsoup.nodes.Element::text)
        .toList();
  }

  private List<String> names(String query) {
    return page("/verwaltung/konten" + query).select(".staff-row h2").eachText();
  }

  private Document page(String path) {
    HttpResponse<String> answer = chief.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static String path(Reader reader) {
    return "/verwaltung/konten/" + reader.account();
  }
}
