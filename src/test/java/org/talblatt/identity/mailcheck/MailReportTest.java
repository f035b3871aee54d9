package org.talblatt.identity.mailcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.identity.Role;
import org.talblatt.testing.RefusingSmtp;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestDns;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** The administrator sees what our mails lack, and sends one to try. */
class MailReportTest {
  private static final TestDns dns = TestDns.start();
  private static final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private static final TestPaper paper = paper();

  private static TestPaper paper() {
    server.start();
    return TestPaper.start(
        TestDatabase.create(),
        Map.of(
            "smtp",
            "smtp://127.0.0.1:" + server.getSmtp().getPort(),
            "mail-from",
            "post@paper.example",
            "dkim-selector",
            "mail2026",
            "dns",
            dns.address()));
  }

  @AfterAll
  static void stop() {
    paper.close();
    server.stop();
    dns.close();
  }

  @Test
  void whatIsMissingIsSaidAndWhatIsThereToo() {
    TestBrowser chief = administrator(paper, "Chefin");
    HttpResponse<String> bare = chief.get("/verwaltung/mail");
    assertThat(bare.statusCode()).isEqualTo(200);
    assertThat(bare.body())
        .contains("127.0.0.1 ist dieser Rechner")
        .contains("paper.example hat keinen SPF-Eintrag", "v=spf1 mx ~all")
        .contains("Unter mail2026._domainkey.paper.example steht kein Schlüssel")
        .contains("TXT-Eintrag an: v=DMARC1; p=none")
        .contains("paper.example nimmt keine Mails an");
    dns.put("paper.example", "TXT", "google-site-verification=x", "v=spf1 mx -all");
    dns.put("paper.example", "MX", "10 mail.paper.example");
    dns.put(
        "mail2026._domainkey.paper.example",
        "TXT",
        "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC");
    dns.put("_dmarc.paper.example", "TXT", "v=DMARC1; p=quarantine");
    assertThat(chief.get("/verwaltung/mail").body())
        .contains("paper.example hat einen SPF-Eintrag")
        .contains("ist ein Schlüssel veröffentlicht")
        .contains("sagt: v=DMARC1; p=quarantine")
        .contains("Rückläufer an post@paper.example liest niemand");
    dns.put("mail2026._domainkey.paper.example", "TXT", "v=DKIM1; p=");
    dns.put("paper.example", "MX", "0 .");
    assertThat(chief.get("/verwaltung/mail").body())
        .contains("ist leer, also widerrufen", "nimmt keine Mails an");
  }

  @Test
  void theTestMailArrives() throws Exception {
    TestBrowser chief = administrator(paper, "Verlegerin");
    HttpResponse<String> sent = chief.post("/verwaltung/mail");
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(chief.follow(sent).body())
        .contains("hat die Testmail an " + TestReaders.email("Verlegerin") + " angenommen");
    assertThat(server.getReceivedMessagesForDomain(TestReaders.email("Verlegerin")))
        .hasSize(1)
        .allMatch(mail -> mail.toString() != null);
  }

  @Test
  void onlyAdministratorsSeeIt() {
    TestBrowser editor = TestBrowser.as(paper, TestReaders.create(paper, "Ed", Role.EDITOR));
    assertThat(editor.get("/verwaltung/mail").statusCode()).isEqualTo(403);
    assertThat(editor.post("/verwaltung/mail").statusCode()).isEqualTo(403);
  }

  @Test
  void aServerThatRefusesAndNameServersThatAreSilentAreSaidInWords() throws Exception {
    try (RefusingSmtp refusing = RefusingSmtp.start("550 5.1.1 no such user");
        TestPaper other =
            TestPaper.start(
                TestDatabase.create(),
                Map.of("smtp", "smtp://127.0.0.1:" + refusing.port(), "dns", "127.0.0.1:1"))) {
      TestBrowser chief = administrator(other, "Allein");
      HttpResponse<String> gone = chief.post("/verwaltung/mail");
      assertThat(gone.statusCode()).isEqualTo(422);
      assertThat(gone.body())
          .contains("dass es das Postfach " + TestReaders.email("Allein") + " nicht gibt")
          .contains("Kein Namensserver hat in der Zeit geantwortet");
      refusing.answer("554 no");
      assertThat(chief.post("/verwaltung/mail").body()).contains("nicht angenommen");
    }
  }

  @Test
  void withoutAMailServerItSaysSo() {
    try (TestPaper files = TestPaper.start(TestDatabase.create(), Map.of("dns", dns.address()))) {
      assertThat(administrator(files, "Ohne").get("/verwaltung/mail").body())
          .contains("Es ist kein Mailserver eingestellt", "unterschreibt Mails nicht selbst");
    }
  }

  private static TestBrowser administrator(TestPaper paper, String name) {
    return TestBrowser.as(paper, TestReaders.create(paper, name, Role.ADMINISTRATOR));
  }
}
