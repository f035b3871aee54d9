package org.talblatt.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/**
 * Text typed before the login comes back after a mailed link and a code, with and without script.
 */
class SecondFactorTest {
  private static final TestPaper paper = TestPaper.start();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMailedLinkAndACodeLeadBackToTheText(boolean script) throws Exception {
    String name = script ? "Mit Skript" : "Ganz ohne";
    TestReaders.withPassword(paper, name);
    ArticleId article = TestArticles.publish(paper, "Reise " + script);
    setUp(name, script);
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE_DARK, script)) {
      Page page = visit.open(Links.article(article));
      page.locator("form.write textarea").fill("Noch nicht vergessen");
      page.locator("form.write .button").click();
      page.locator("[name=login]").fill(name);
      visit.looksRight();
      page.locator("button[formaction='/anmelden/link']").click();
      assertThat(page.locator("[role=status]")).containsText("ist der Link unterwegs");
      visit.open(mailedLink(name));
      visit.looksRight();
      page.locator("form[action='/anmelden/link/einloesen'] button").click();
      visit.looksRight();
      page.locator("[name=code]").fill(code(name, 1));
      page.locator("form[action='/anmelden/code'] button").click();
      assertThat(page.locator("form.write textarea")).hasValue("Noch nicht vergessen");
    }
  }

  private static void setUp(String name, boolean script) throws Exception {
    try (Visit visit = new Visit(paper, Chromium.Look.PHONE, script)) {
      Page page = visit.open("/anmelden?zurueck=/konto/sicherheit");
      assertThat(page.locator(".password-show")).hasCount(script ? 1 : 0);
      login(page, name);
      page.locator("form[action='/konto/zweiter-faktor'] button").click();
      visit.looksRight();
      page.locator("[name=code]").fill(code(name, 0));
      page.locator("form[action='/konto/zweiter-faktor/bestaetigen'] button").click();
      assertThat(page.locator(".factor-codes li")).hasCount(10);
      visit.looksRight();
      visit.open("/konto/sicherheit");
      visit.looksRight();
    }
  }

  private static void login(Page page, String name) {
    page.locator("[name=login]").fill(name);
    page.locator("[name=password]").fill(TestReaders.PASSWORD);
    Locator show = page.locator(".password-show input");
    if (show.count() > 0) {
      show.check();
      assertThat(page.locator("[name=password]")).hasAttribute("type", "text");
    }
    page.locator("form[action='/anmelden'] button").first().click();
  }

  private static String mailedLink(String name) {
    return org.awaitility.Awaitility.await()
        .until(
            () ->
                TestMails.of(paper, TestReaders.email(name)).stream()
                    .filter(mail -> mail.text().contains("?link="))
                    .map(TestMails.Received::link)
                    .findFirst()
                    .orElse(""),
            link -> !link.isEmpty());
  }

  /** What a device would show now, or some steps later: the code before is used up. */
  private static String code(String name, int later) throws Exception {
    byte[] secret =
        paper
            .door(JdbcClient.class)
            .sql("select t.secret from totp t join account a on a.id = t.account where a.name = ?")
            .param(name)
            .query(byte[].class)
            .single();
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(secret, "HmacSHA1"));
    long step = Instant.now().getEpochSecond() / 30 + later;
    byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
    int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
    return String.format(Locale.ROOT, "%06d", number % 1_000_000);
  }
}
