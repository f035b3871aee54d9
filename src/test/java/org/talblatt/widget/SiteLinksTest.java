package org.talblatt.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.identity.Passwords;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Recovery;
import org.talblatt.paper.Actor;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Whose word opens an account, its owner sees and ends; who is locked out is so here too. */
class SiteLinksTest {
  private static final TestPaper paper = TestPaper.start();
  private static final House house = House.open(paper, "bergblick", "https://bergblick.example");
  private static final JdbcClient db = paper.door(JdbcClient.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void anOwnerSeesASiteAndEndsIt() {
    Reader reader = linked("Resi", "1");
    TestBrowser browser = TestBrowser.as(paper, reader);
    String pass = house.pass("1", "Resi", "/a");
    assertThat(browser.get("/konto/sicherheit").body()).contains("Haus bergblick lösen");
    HttpResponse<String> done = browser.post("/konto/websites/loesen", "website", "bergblick");
    assertThat(browser.follow(done).body()).contains("gelöst");
    assertThat(browser.get("/konto/sicherheit").body()).doesNotContain("Haus bergblick");
    assertThat(house.call(pass, "GET", "thread", "").statusCode()).as("at once").isEqualTo(401);
    assertThat(stranger("1")).isTrue();
    assertThat(TestMails.await(paper, TestReaders.email("Resi")).subject())
        .contains("Haus bergblick");
    assertThat(browser.post("/konto/websites/loesen", "website", "bergblick").statusCode())
        .isEqualTo(404);
  }

  @Test
  void theOnlyWayInIsNotEndedAndAnOldProofIsRenewedFirst() {
    Reader only = linked("Nur Hier", "2");
    db.sql("update account set password_hash = ? where id = ?")
        .params(Passwords.NONE, only.account().value())
        .update();
    HttpResponse<String> refused =
        TestBrowser.as(paper, only).post("/konto/websites/loesen", "website", "bergblick");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("einziger Weg", "Haus bergblick");
    assertThat(stranger("2")).isFalse();
    TestBrowser stale = TestBrowser.as(paper, linked("Alt", "3"));
    db.sql("update session set proved_at = now() - interval '1 hour'").update();
    assertThat(
            stale
                .post("/konto/websites/loesen", "website", "bergblick")
                .headers()
                .firstValue("Location")
                .orElseThrow())
        .startsWith("/konto/bestaetigen");
    assertThat(stranger("3")).isFalse();
  }

  @Test
  void whoIsLockedOutIsNotLetInByASiteEither() {
    Reader robbed = linked("Beraubt", "4");
    String pass = house.pass("4", "Dieb", "/a");
    paper.door(Recovery.class).lockOut(robbed.account(), Actor.program());
    assertThat(house.call(pass, "GET", "thread", "").statusCode()).isEqualTo(401);
    assertThat(stranger("4")).as("its next token opens nothing").isTrue();
    assertThat(TestMails.await(paper, TestReaders.email("Beraubt")).subject())
        .contains("Haus bergblick");
  }

  private static Reader linked(String name, String subject) {
    Reader reader = TestReaders.withPassword(paper, name);
    db.sql("insert into widget_login (site, subject, account) values ('bergblick', ?, ?)")
        .params(subject, reader.account().value())
        .update();
    return reader;
  }

  /** Whether a reader of the site would have to begin anew. */
  private static boolean stranger(String subject) {
    HttpResponse<String> answer =
        house.exchange("/b", Map.of("signOn", house.sign(house.claims(subject, "Fremd"))));
    return House.json(answer).get("agree").asBoolean();
  }
}
