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
import org.talblatt.identity.Role;
import org.talblatt.identity.Staff;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Staff is invited by mail, accepts once, and may be uninvited. */
class InvitationTest {
  private static final TestPaper paper = TestPaper.start();
  private static final Reader CHIEF = TestReaders.create(paper, "Chefin", Role.ADMINISTRATOR);
  private final TestBrowser chief = TestBrowser.as(paper, CHIEF);
  private final TestBrowser invitee = new TestBrowser(paper);

  @BeforeAll
  static void sections() {
    paper.door(Sections.class).put(new Section("kultur", "Kultur", 1, "de"));
  }

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void whoIsInvitedChoosesNameAndPasswordAndIsStaff() {
    TestMails.Received mail = invite("neu@example.org", "de", "editor:kultur", "author");
    assertThat(mail.subject()).startsWith("Einladung: mitarbeiten bei");
    Document page = Jsoup.parse(invitee.get(mail.link()).body());
    assertThat(page.text()).contains("Die Einladung ging an neu@example.org");
    HttpResponse<String> bad =
        invitee.post("/einladung", "link", mail.secret(), "name", "x", "password", "kurz");
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(bad.body()).contains("2 bis 30 Zeichen", "mindestens 8 Zeichen");
    assertThat(TestBrowser.field(bad, "name")).isEqualTo("x");
    HttpResponse<String> taken =
        invitee.post(
            "/einladung", "link", mail.secret(), "name", "chefin", "password", "ein guter Satz");
    assertThat(taken.body()).contains("gehört schon jemandem");
    HttpResponse<String> in =
        invitee.post(
            "/einladung",
            "link",
            mail.secret(),
            "name",
            "Redaktion Kultur",
            "password",
            "ein guter Satz");
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(invitee.get("/redaktion/eingang").statusCode()).isEqualTo(200);
    usedUp(mail);
  }

  private void usedUp(TestMails.Received mail) {
    Staff staff = paper.door(Staff.class);
    assertThat(staff.rights(staff.account("neu@example.org")).words())
        .containsExactly("author", "editor:kultur");
    for (HttpResponse<String> again :
        List.of(
            new TestBrowser(paper).get(mail.link()),
            new TestBrowser(paper)
                .post(
                    "/einladung",
                    "link",
                    mail.secret(),
                    "name",
                    "Zwei",
                    "password",
                    "ein guter Satz"))) {
      assertThat(again.statusCode()).isEqualTo(404);
      assertThat(again.body()).contains("schon benutzt, zurückgenommen oder abgelaufen");
    }
    assertThat(chief.get("/verwaltung/protokoll?was=invitation.accepted").body())
        .contains("Redaktion Kultur", "author, editor:kultur");
  }

  @Test
  void whoHasAnAccountLogsInAndAcceptsWithIt() {
    Reader reader = TestReaders.withPassword(paper, "Alte Leserin");
    TestBrowser elsewhere = TestBrowser.as(paper, reader);
    TestMails.Received mail = invite(TestReaders.email("Alte Leserin"), "it", "moderator");
    assertThat(mail.subject()).startsWith("Invito:");
    Document page = Jsoup.parse(invitee.get(mail.link()).body());
    assertThat(page.select("form[action='/einladung']")).isEmpty();
    HttpResponse<String> login = invitee.get(page.select("a.form-button").attr("href"));
    HttpResponse<String> in =
        invitee.post(
            "/anmelden",
            "login",
            "Alte Leserin",
            "password",
            TestReaders.PASSWORD,
            "zurueck",
            TestBrowser.field(login, "zurueck"));
    assertThat(invitee.follow(in).body()).contains("Accetta come Alte Leserin");
    String before = invitee.cookies().get("talblatt");
    hourPasses(reader);
    assertThat(invitee.post("/einladung/annahme", "link", mail.secret()).statusCode())
        .isEqualTo(303);
    assertThat(provedLately(reader)).as("accepting is no proof").isFalse();
    assertThat(invitee.cookies().get("talblatt")).isNotEqualTo(before);
    assertThat(paper.door(Staff.class).rights(reader.account()).words())
        .containsExactly("moderator");
    assertThat(elsewhere.get("/konto").statusCode()).isEqualTo(303);
    assertThat(invitee.post("/einladung/annahme", "link", mail.secret()).statusCode())
        .isEqualTo(404);
    assertThat(new TestBrowser(paper).post("/einladung/annahme", "link", "x").statusCode())
        .isIn(303, 401);
  }

  @Test
  void whoIsSuspendedDoesNotBecomeStaff() {
    Reader reader = TestReaders.create(paper, "Gesperrte Leserin");
    TestMails.Received mail = invite(TestReaders.email("Gesperrte Leserin"), "de", "moderator");
    TestBrowser browser = TestBrowser.as(paper, reader);
    paper
        .door(JdbcClient.class)
        .sql(
            """
            update account set state = 'suspended', suspended_until = now() + interval '1 day'
            where id = ?
            """)
        .param(reader.account().value())
        .update();
    HttpResponse<String> refused = browser.post("/einladung/annahme", "link", mail.secret());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Diesem Konto kann gerade niemand ein Recht geben");
    assertThat(paper.door(Staff.class).rights(reader.account()).words()).isEmpty();
    assertThat(browser.get("/moderation").statusCode()).isEqualTo(403);
    assertThat(invitee.get(mail.link()).statusCode()).as("it waits").isEqualTo(200);
  }

  @Test
  void aNewLinkReplacesTheOldAndARevokedOneOpensNothing() {
    TestMails.Received first = invite("zweimal@example.org", "de", "editor");
    chief.post("/verwaltung/einladungen/" + number("zweimal@example.org") + "/erneut");
    TestMails.Received second = TestMails.await(paper, "zweimal@example.org", 2).getLast();
    assertThat(second.secret()).isNotEqualTo(first.secret());
    assertThat(invitee.get(first.link()).statusCode()).isEqualTo(404);
    assertThat(invitee.get(second.link()).statusCode()).isEqualTo(200);
    String address = "/verwaltung/einladungen/" + number("zweimal@example.org") + "/widerruf";
    assertThat(chief.follow(chief.post(address)).body()).contains("zurückgenommen");
    assertThat(invitee.get(second.link()).statusCode()).isEqualTo(404);
    assertThat(chief.post(address).statusCode()).isEqualTo(404);
  }

  @Test
  void aLinkEndsAfterSevenDaysAndIsStoredHashed() {
    TestMails.Received mail = invite("spaet@example.org", "de", "editor");
    JdbcClient db = paper.door(JdbcClient.class);
    assertThat(
            db.sql("select invitation::text from invitation")
                .query((row, n) -> row.getString(1))
                .list())
        .allSatisfy(row -> assertThat(row).doesNotContain(mail.secret()));
    assertThat(
            db.sql(
                    """
                    select expires_at - now() between interval '6 days 23 hours' and interval '7 days'
                    from invitation where email = 'spaet@example.org'
                    """)
                .query(Boolean.class)
                .single())
        .isTrue();
    db.sql("update invitation set expires_at = now() where email = 'spaet@example.org'").update();
    assertThat(invitee.get(mail.link()).statusCode()).isEqualTo(404);
    assertThat(chief.get("/verwaltung/einladungen").body()).contains("abgelaufen am");
  }

  @Test
  void whatIsNoInvitationIsSaidAndTheFormIsKept() {
    invite("einmal@example.org", "de", "editor");
    for (String[] typed :
        List.of(
            new String[] {"einmal@example.org", "editor", "ist schon eingeladen"},
            new String[] {"Einmal+alias@example.org", "editor", "ist schon eingeladen"},
            new String[] {"keine", "editor", "keine E-Mail-Adresse"},
            new String[] {"a@b.example\r\nBcc: x@y.example", "editor", "keine E-Mail-Adresse"},
            new String[] {"x".repeat(10_000) + "@b.example", "editor", "keine E-Mail-Adresse"},
            new String[] {"ok@example.org", "king", "Die Rolle king gibt es nicht"},
            new String[] {"ok@example.org", "", "mindestens eine Rolle"})) {
      String[] fields = {"email", typed[0], "sprache", "it", "recht", typed[1]};
      String[] all = typed[1].isEmpty() ? java.util.Arrays.copyOf(fields, 4) : fields;
      HttpResponse<String> refused = chief.post("/verwaltung/einladungen", all);
      assertThat(refused.statusCode()).as(typed[2]).isEqualTo(422);
      Document page = Jsoup.parse(refused.body());
      assertThat(page.select("[role=alert]").text()).contains(typed[2]);
      assertThat(page.select("#sprache option[selected]").val()).isEqualTo("it");
    }
    assertThat(invitee.get("/einladung?link=" + "x".repeat(3000)).statusCode()).isEqualTo(404);
    assertThat(invitee.get("/einladung").statusCode()).isEqualTo(404);
  }

  private TestMails.Received invite(String email, String language, String... roles) {
    String[] fields = new String[4 + 2 * roles.length];
    fields[0] = "email";
    fields[1] = email;
    fields[2] = "sprache";
    fields[3] = language;
    for (int i = 0; i < roles.length; i++) {
      fields[4 + 2 * i] = "recht";
      fields[5 + 2 * i] = roles[i];
    }
    HttpResponse<String> sent = chief.post("/verwaltung/einladungen", fields);
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(chief.follow(sent).body()).contains(email, "Die Einladung ist unterwegs");
    return TestMails.await(paper, email);
  }

  private static long number(String email) {
    return paper
        .door(JdbcClient.class)
        .sql("select id from invitation where email = ?")
        .param(email)
        .query(Long.class)
        .single();
  }

  private static void hourPasses(Reader reader) {
    paper
        .door(JdbcClient.class)
        .sql("update session set proved_at = proved_at - interval '1 hour' where account = ?")
        .param(reader.account().value())
        .update();
  }

  private static boolean provedLately(Reader reader) {
    return paper
        .door(JdbcClient.class)
        .sql("select proved_at > now() - interval '50 minutes' from session where account = ?")
        .param(reader.account().value())
        .query(Boolean.class)
        .single();
  }
}
