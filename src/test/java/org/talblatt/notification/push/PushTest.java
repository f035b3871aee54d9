package org.talblatt.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.platform.SettingValues;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Notifications on devices, with a push service on the loopback address that the test plays. */
class PushTest {
  private static final String DEVICES = "/konto/mitteilungen/geraete";
  private static final TestPaper paper =
      TestPaper.start(
          TestDatabase.create(),
          Map.of(
              "push-services",
              "127.0.0.2, 127.0.0.3, 127.0.0.4, 127.0.0.5, 127.0.0.6",
              "push-inside",
              "true"));
  private static final TestPushService service = service();

  private static TestPushService service() {
    try {
      return new TestPushService();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() {
    paper.close();
    service.close();
  }

  @Test
  void anAnswerIsShownOnTheDeviceAndNobodyBetweenCanReadIt() throws Exception {
    Talk talk = new Talk("Anna Push", "Ben Push");
    TestDevice device = talk.switchOn("127.0.0.2");
    talk.answer("Ein *vertraulicher* Satz");
    TestPushService.Message message = service.await(device, 1).getFirst();
    assertThat(message.header("Content-Encoding")).isEqualTo("aes128gcm");
    assertThat(message.header("TTL")).isEqualTo("86400");
    assertThat(message.header("Urgency")).isEqualTo("normal");
    assertThat(message.header("Topic")).matches("news-[0-9]+");
    String shown = device.open(message.body());
    assertThat(shown)
        .contains("\"title\":\"Ben Push hat dir geantwortet\"", "\"body\":\"Auf dem Gerät\"")
        .contains("\"path\":\"" + Links.comment(new CommentId(talk.article, 2)) + "\"")
        .contains("\"lang\":\"de\"")
        .doesNotContain("vertraulich");
    assertThat(new String(message.body(), java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("Ben Push");
    TestDevice other = TestDevice.at(service.at("127.0.0.2"));
    assertThatThrownBy(() -> other.open(message.body()))
        .isInstanceOf(GeneralSecurityException.class);
    assertSigned(message, talk.reader);
  }

  /** VAPID: the service knows whose message it is, and only for it and a short while. */
  private static void assertSigned(TestPushService.Message message, TestBrowser reader)
      throws Exception {
    String[] parts = message.header("Authorization").split("[ ,]+|(?<=[tk])=");
    assertThat(parts).hasSize(5).startsWith("vapid", "t");
    String key = parts[4];
    assertThat(reader.post(DEVICES + "/schluessel").body()).contains(key);
    SignedJWT statement = SignedJWT.parse(parts[2]);
    assertThat(statement.verify(new ECDSAVerifier(Point.key(Base64.getUrlDecoder().decode(key)))))
        .isTrue();
    assertThat(statement.getJWTClaimsSet().getAudience()).containsExactly(service.at("127.0.0.2"));
    assertThat(statement.getJWTClaimsSet().getSubject()).isEqualTo("mailto:no-reply@localhost");
    assertThat(statement.getJWTClaimsSet().getExpirationTime().toInstant())
        .isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(24)));
  }

  @Test
  void aDeviceIsListedTriedAndSwitchedOffByItsReaderOnly() throws Exception {
    Talk talk = new Talk("Anna Liste", "Ben Liste");
    assertThat(talk.reader.get("/konto/mitteilungen").body())
        .contains("Noch auf keinem Gerät eingeschaltet.")
        .contains("<noscript><p>Einschalten geht nur mit JavaScript.</p></noscript>")
        .doesNotContain("data-here");
    TestDevice device = talk.switchOn("127.0.0.2");
    HttpResponse<String> page = talk.reader.get("/konto/mitteilungen");
    assertThat(page.body()).contains("(dieses Gerät)", "über 127.0.0.2", "data-here=\"true\"");
    String id = id(device);
    assertThat(talk.writer.post(DEVICES + "/probe", "geraet", id).statusCode()).isEqualTo(404);
    talk.writer.post(DEVICES + "/abmeldung", "geraet", id);
    HttpResponse<String> tried = talk.reader.post(DEVICES + "/probe", "geraet", id);
    assertThat(talk.reader.follow(tried).body()).contains("Die Probe ist unterwegs.");
    assertThat(device.open(service.await(device, 1).getFirst().body())).contains("Es klappt");
    HttpResponse<String> off = talk.reader.post(DEVICES + "/abmeldung", "geraet", id);
    assertThat(talk.reader.follow(off).body())
        .contains("Auf dem Gerät ausgeschaltet.", "Noch auf keinem Gerät eingeschaltet.");
    talk.answer("Ungehört");
    idle();
    assertThat(service.sentTo(device)).hasSize(1);
  }

  @Test
  void whoLogsOutIsShownNothingAnyMore() throws Exception {
    Talk talk = new Talk("Anna Ab", "Ben Ab");
    TestDevice device = talk.switchOn("127.0.0.2");
    talk.reader.post("/abmelden");
    talk.answer("Niemand da");
    idle();
    assertThat(service.sentTo(device)).isEmpty();
    assertThat(devices(device)).isZero();
    Talk next = new Talk("Die Nächste", "Ben Nächster");
    next.reader.post(DEVICES, device.form());
    assertThat(devices(device)).as("the same browser, another reader").isEqualTo(1);
  }

  @Test
  void aTalkThatIsFollowedRingsOnceUntilItsReaderLooks() throws Exception {
    Talk talk = new Talk("Anna Folgt", "Ben Folgt");
    TestDevice device = talk.switchOn("127.0.0.2");
    talk.reader.post("/artikel/" + talk.article + "/folgen", "wert", "1");
    for (int i = 0; i < 3; i++) {
      talk.writer.post(Links.comments(talk.article), "text", "Schlag auf Schlag " + i);
      idle();
    }
    assertThat(service.sentTo(device)).hasSize(1);
    assertThat(service.sentTo(device).getFirst().header("Topic")).isEqualTo("talk-" + talk.article);
    talk.reader.post("/mitteilungen/gelesen", "bis", Long.toString(Long.MAX_VALUE));
    talk.writer.post(Links.comments(talk.article), "text", "Nach dem Blick");
    service.await(device, 2);
  }

  @Test
  void whatWasRemovedBeforeItCouldBeSentIsNotSent() throws Exception {
    Talk talk = new Talk("Anna Weg", "Ben Weg");
    TestDevice device = talk.switchOn("127.0.0.3");
    service.next(503, "1");
    talk.answer("Gleich wieder weg");
    service.await(device, 1);
    paper.door(Discussion.class).reject(new CommentId(talk.article, 2));
    idle();
    assertThat(service.sentTo(device)).as("the refused one alone").hasSize(1);
  }

  @Test
  void aServiceInTroubleIsTriedAgainAndTheMessageArrives() throws Exception {
    Talk talk = new Talk("Anna Zweimal", "Ben Zweimal");
    TestDevice device = talk.switchOn("127.0.0.4");
    service.next(500, "1");
    talk.answer("Im zweiten Anlauf");
    List<TestPushService.Message> sent = service.await(device, 2);
    assertThat(device.open(sent.getLast().body())).contains("Ben Zweimal");
    idle();
    String log = Files.readString(paper.settings().data().resolve("log/talblatt.json"));
    assertThat(log)
        .contains("push service 127.0.0.4 is left alone for 1 s: 500")
        .doesNotContain("geheim-", "Anna Zweimal", "Ben Zweimal", device.p256dh());
  }

  @Test
  void aDeviceThatGetsTooMuchIsLeftAloneAsLongAsTheServiceSaysAndNoOther() throws Exception {
    Talk talk = new Talk("Anna Viel", "Ben Viel");
    TestDevice device = talk.switchOn("127.0.0.5");
    Talk others = new Talk("Anna Auch", "Ben Auch");
    TestDevice other = others.switchOn("127.0.0.5");
    service.next(429, "3600");
    talk.answer("Das erste");
    await().until(() -> waiting() == 1);
    talk.answer("Das zweite");
    await().until(() -> waiting() == 2);
    assertThat(service.sentTo(device)).hasSize(1);
    others.answer("Das andere Gerät hört davon");
    service.await(other, 1);
    paper.door(JdbcClient.class).sql("delete from job where task_name = 'push-message'").update();
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void aDeviceThatIsNoMoreIsForgotten(int status) throws Exception {
    Talk talk = new Talk("Anna Fort " + status, "Ben Fort " + status);
    TestDevice device = talk.switchOn("127.0.0.6");
    service.next(status, "");
    talk.answer("Ins Leere");
    service.await(device, 1);
    await().until(() -> devices(device) == 0);
  }

  @Test
  void whatCouldNotWorkIsRefusedWithAWordAndNothingIsKept() throws Exception {
    Talk talk = new Talk("Anna Falsch", "Ben Falsch");
    TestDevice device = TestDevice.at(service.at("127.0.0.2"));
    String[] stranger = device.form();
    stranger[1] = "http://10.0.0.1/geheim";
    assertThat(talk.reader.post(DEVICES, stranger).body())
        .contains("Der Dienst deines Browsers ist uns nicht bekannt.");
    for (int field : new int[] {1, 3, 5}) {
      for (String wrong :
          new String[] {"", "\u0000", "%%%", "x".repeat(10_000), "\ud83d", "AAAA"}) {
        String[] form = device.form();
        form[field] = wrong;
        assertThat(talk.reader.post(DEVICES, form).statusCode())
            .as(form[field - 1] + " " + wrong)
            .isEqualTo(422);
      }
    }
    assertThat(devices(device)).isZero();
    HttpResponse<String> nobody = new TestBrowser(paper).post(DEVICES, device.form());
    assertThat(nobody.statusCode()).isIn(303, 401);
  }

  @Test
  void noMessageGoesToAPrivateAddressUnlessTheSettingsSaySo() {
    PushService outside =
        new PushService(
            SettingValues.of(Map.of("push-services", "127.0.0.1, localhost, *.example"), false),
            paper.door(PaperKeys.class),
            new SecureRandom(),
            Clock.systemUTC());
    for (String address : List.of("https://127.0.0.1/x", "https://localhost/x")) {
      assertThatThrownBy(() -> outside.check(URI.create(address)))
          .isInstanceOf(IOException.class)
          .hasMessage("a private address");
    }
  }

  @Test
  void theScriptThatShowsThemIsAtTheRoot() {
    HttpResponse<String> script = new TestBrowser(paper).get("/push.js");
    assertThat(script.headers().firstValue("Content-Type"))
        .hasValue("text/javascript;charset=utf-8");
    assertThat(script.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(script.body()).contains("showNotification");
  }

  /** A reader with a comment, and somebody who answers it. */
  private static final class Talk {
    private final ArticleId article = TestArticles.publish(paper, "Auf dem Gerät");
    private final TestBrowser reader;
    private final TestBrowser writer;

    Talk(String reader, String writer) {
      this.reader = TestBrowser.as(paper, TestReaders.create(paper, reader));
      this.writer = TestBrowser.as(paper, TestReaders.create(paper, writer));
      this.reader.post(Links.comments(article), "text", "Wurzel");
    }

    TestDevice switchOn(String host) throws GeneralSecurityException {
      TestDevice device = TestDevice.at(service.at(host));
      reader.post(DEVICES + "/schluessel");
      HttpResponse<String> done = reader.post(DEVICES, device.form());
      assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
      return device;
    }

    void answer(String text) {
      writer.post(Links.comments(article) + "/1/antworten", "text", text);
    }
  }

  /** Waits until nothing waits to be sent. */
  private static void idle() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                paper
                        .door(JdbcClient.class)
                        .sql("select count(*) from job where task_name like 'push-%'")
                        .query(Integer.class)
                        .single()
                    == 0);
  }

  /** Messages that are to be tried in an hour. */
  private static int waiting() {
    return paper
        .door(JdbcClient.class)
        .sql(
            """
            select count(*) from job
            where task_name = 'push-message' and execution_time > now() + interval '50 minutes'
            """)
        .query(Integer.class)
        .single();
  }

  private static int devices(TestDevice device) {
    return paper
        .door(JdbcClient.class)
        .sql("select count(*) from push_device where endpoint = ?")
        .param(device.endpoint().toString())
        .query(Integer.class)
        .single();
  }

  private static String id(TestDevice device) {
    return paper
        .door(JdbcClient.class)
        .sql("select id::text from push_device where endpoint = ?")
        .param(device.endpoint().toString())
        .query(String.class)
        .single();
  }
}
