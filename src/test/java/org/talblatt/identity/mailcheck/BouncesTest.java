package org.talblatt.identity.mailcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.identity.Reader;
import org.talblatt.platform.mail.Mail;
import org.talblatt.platform.mail.MailAddress;
import org.talblatt.platform.mail.Postman;
import org.talblatt.testing.RefusingSmtp;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Mail that comes back marks the address, a forged report marks nobody. */
class BouncesTest {
  private static final GreenMail server = mailServer();
  private static final GreenMailUser box =
      server.setUser("zurueck@talblatt.example", "zurueck@talblatt.example", "wort");
  private static final TestPaper paper =
      TestPaper.start(
          TestDatabase.create(),
          Map.of(
              "smtp",
              "smtp://127.0.0.1:" + server.getSmtp().getPort(),
              "bounces",
              "imap://zurueck%40talblatt.example:wort@127.0.0.1:" + server.getImap().getPort()));
  private static final Pattern LINK = Pattern.compile("link=(\\S+)");

  @AfterAll
  static void stop() {
    paper.close();
    server.stop();
  }

  @Test
  void whoseMailsComeBackIsToldAndCanShowThatTheyArrive() throws Exception {
    Reader reader = TestReaders.create(paper, "Verzogen");
    String email = TestReaders.email("Verzogen");
    MimeMessage ours = forgotten(email, 1);
    int before = boxed().size();
    deliver(report(ours.getMessageID(), email, "failed", "5.1.1", "smtp; 550 5.1.1 no such user"));
    paper.run("mail-bounces");
    assertThat(paper.door(BouncedAddresses.class).marked(reader.account())).isTrue();
    // what is done with is deleted
    assertThat(boxed()).hasSize(before);
    TestBrowser browser = TestBrowser.as(paper, reader);
    assertThat(browser.get("/konto").body()).contains("Unsere Mails kommen bei dir nicht an");
    HttpResponse<String> page = browser.get("/konto/erreichbar");
    assertThat(page.body()).contains(email, "Hast du eine neue Adresse");
    // news are not sent there, what concerns the account is
    Mail news =
        new Mail(
            "Talblatt",
            new MailAddress(email),
            "Neues",
            "Text\n",
            URI.create("https://talblatt.example/aus"));
    assertThat(paper.door(Postman.class).send(news)).isFalse();
    assertThat(browser.post("/konto/erreichbar").statusCode()).isEqualTo(303);
    Matcher link = LINK.matcher(sent(email, 2).get(1).getContent().toString());
    assertThat(link.find()).isTrue();
    TestBrowser phone = new TestBrowser(paper);
    HttpResponse<String> button = phone.get("/bestaetigen/erreichbar?link=" + link.group(1));
    assertThat(button.statusCode()).isEqualTo(200);
    assertThat(paper.door(BouncedAddresses.class).marked(reader.account())).isTrue();
    HttpResponse<String> done =
        phone.post("/bestaetigen/erreichbar", "link", TestBrowser.field(button, "link"));
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(browser.get("/konto").body()).doesNotContain("kommen bei dir nicht an");
    assertThat(paper.door(Postman.class).send(news)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "delayed, 4.4.1, smtp; 451 4.4.1 later",
    "failed, 5.2.2, smtp; 552 5.2.2 mailbox full",
    "failed, 5.7.1, smtp; 550 5.7.1 we do not like you",
    "failed, 5.0.0, smtp; 550 5.7.26 unauthenticated mail",
    "failed, 5.1.8, smtp; 553 5.1.8 bad sender",
    "relayed, 2.0.0, smtp; 250 fine"
  })
  void whatPassesOrIsOurOwnFaultMarksNobody(String action, String status, String said)
      throws Exception {
    Reader reader = TestReaders.create(paper, "Vorerst " + Integer.toHexString(said.hashCode()));
    String email = TestReaders.email(reader.name());
    MimeMessage ours = forgotten(email, 1);
    deliver(report(ours.getMessageID(), email, action, status, said));
    paper.run("mail-bounces");
    assertThat(paper.door(BouncedAddresses.class).marked(reader.account())).isFalse();
  }

  @Test
  void aForgedReportMarksNobodyAndStays() throws Exception {
    Reader victim = TestReaders.create(paper, "Zielscheibe");
    TestReaders.create(paper, "Faelscher");
    String email = TestReaders.email("Zielscheibe");
    String mine = TestReaders.email("Faelscher");
    MimeMessage toMe = forgotten(mine, 1);
    for (String id :
        List.of(
            toMe.getMessageID(),
            "<00000000-0000-0000-0000-000000000000.00000000000000000000000000000000@localhost>",
            "",
            "<>",
            "<" + "x".repeat(2000) + "@localhost>")) {
      deliver(report(id, email, "failed", "5.1.1", "smtp; 550 5.1.1 no such user"));
    }
    int before = boxed().size();
    paper.run("mail-bounces");
    assertThat(paper.door(BouncedAddresses.class).marked(victim.account())).isFalse();
    assertThat(boxed()).hasSize(before).allMatch(mail -> isSet(mail, Flags.Flag.SEEN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject: Hallo\r\n\r\nIch bin ein Mensch.",
        "Content-Type: multipart/report; report-type=delivery-status\r\n\r\nohne Grenze",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=a\r\n\r\n--a\r\n"
            + "Content-Type: message/delivery-status\r\n\r\n\0\0: x\r\n--a--",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=a\r\n\r\n--a",
        "Content-Type: /;;;\r\n\r\nx",
        "\r\n"
      })
  void whatIsNoReportIsLeftForAPersonToRead(String mail) throws Exception {
    int before = boxed().size();
    deliver(mail);
    paper.run("mail-bounces");
    assertThat(boxed()).hasSize(before + 1).allMatch(each -> isSet(each, Flags.Flag.SEEN));
  }

  @Test
  void theMarkIsVoidWithAnotherAddressAndLinksOfTheOldOneToo() {
    Reader reader = TestReaders.create(paper, "Umgezogen");
    BouncedAddresses addresses = paper.door(BouncedAddresses.class);
    addresses.cameBack(new MailAddress(TestReaders.email("Umgezogen")));
    assertThat(addresses.marked(reader.account())).isTrue();
    paper
        .door(JdbcClient.class)
        .sql(
            "update account set email = 'neu@example.org', email_key = 'neu@example.org' where id = ?")
        .param(reader.account().value())
        .update();
    assertThat(addresses.marked(reader.account())).isFalse();
    for (String link : List.of("", "1.2.3", "x", "9999999999999999999999.1.a", "a\0b")) {
      assertThat(new TestBrowser(paper).post("/bestaetigen/erreichbar", "link", link).statusCode())
          .as(link)
          .isEqualTo(404);
    }
  }

  @Test
  void aMailboxThatIsRefusedWhileHandingOverIsMarkedAtOnceAndARefusalOfUsIsTriedAgain()
      throws Exception {
    try (RefusingSmtp refusing = RefusingSmtp.start("550 5.1.1 no such user");
        TestPaper other =
            TestPaper.start(
                paper.database(), Map.of("smtp", "smtp://127.0.0.1:" + refusing.port()))) {
      Reader gone = TestReaders.create(paper, "Weg");
      Mail mail = new Mail("Talblatt", new MailAddress(TestReaders.email("Weg")), "a", "b\n");
      assertThat(other.door(Postman.class).send(mail)).isFalse();
      assertThat(paper.door(BouncedAddresses.class).marked(gone.account())).isTrue();
      Reader there = TestReaders.create(paper, "Noch da");
      Mail again = new Mail("Talblatt", new MailAddress(TestReaders.email("Noch da")), "a", "b\n");
      for (String answer :
          List.of("550 5.7.1 blocked", "450 4.2.1 later", "552 full", "554 no", "451 wait")) {
        refusing.answer(answer);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                () -> other.door(Postman.class).send(again))
            .isInstanceOf(Postman.Undelivered.class);
      }
      assertThat(paper.door(BouncedAddresses.class).marked(there.account())).isFalse();
      refusing.answer("550 unknown");
      assertThat(other.door(Postman.class).send(again)).isFalse();
    }
  }

  private static boolean isSet(MimeMessage mail, Flags.Flag flag) {
    try {
      return mail.isSet(flag);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MimeMessage forgotten(String email, int count) {
    assertThat(new TestBrowser(paper).post("/passwort", "email", email).statusCode())
        .isEqualTo(303);
    return sent(email, count).get(count - 1);
  }

  private static List<MimeMessage> sent(String email, int count) {
    return await()
        .until(
            () -> Arrays.stream(server.getReceivedMessagesForDomain(email)).toList(),
            mails -> mails.size() >= count);
  }

  private static List<MimeMessage> boxed() {
    try {
      return server.getManagers().getImapHostManager().getInbox(box).getMessages().stream()
          .<MimeMessage>map(
              stored -> {
                MimeMessage mail = stored.getMimeMessage();
                try {
                  mail.setFlags(stored.getFlags(), true);
                } catch (MessagingException e) {
                  throw new IllegalStateException(e);
                }
                return mail;
              })
          .toList();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void deliver(String mail) throws MessagingException {
    box.deliver(
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
  }

  private static String report(
      String messageId, String to, String action, String status, String said) {
    return """
    From: MAILER-DAEMON@mail.example
    To: zurueck@talblatt.example
    Subject: Undelivered Mail Returned to Sender
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="grenze"

    --grenze
    Content-Type: text/plain; charset=utf-8

    Deine Mail kam nicht an.
    --grenze
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mail.example
    Arrival-Date: Tue, 24 Nov 2026 09:00:00 +0100

    Final-Recipient: rfc822; %s
    Original-Recipient: rfc822;%s
    Action: %s
    Status: %s
    Diagnostic-Code: %s

    --grenze
    Content-Type: text/rfc822-headers

    Message-ID: %s
    To: %s
    Subject: Neues Passwort

    --grenze--
    """
        .formatted("weitergeleitet@other.example", to, action, status, said, messageId, to)
        .replace("\n", "\r\n");
  }

  private static GreenMail mailServer() {
    GreenMail server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    server.start();
    return server;
  }
}
