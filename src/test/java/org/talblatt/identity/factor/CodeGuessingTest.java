package org.talblatt.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.identity.Reader;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestMails;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** Who knows the password guesses the code no faster from many places; the owner is told. */
class CodeGuessingTest {
  private static final TestPaper paper =
      TestPaper.withUsualLimits(TestDatabase.create(), Map.of("trusted-proxies", "127.0.0.1"));
  private static final String NAME = "Zwei Faktoren";

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void guessingFromManyPlacesIsSlowAndTheOwnersDeviceIsNot() {
    Reader reader = TestReaders.withPassword(paper, NAME);
    TestBrowser owner = new TestBrowser(paper);
    owner.login(NAME);
    owner.post("/konto/zweiter-faktor");
    owner.post("/konto/zweiter-faktor/bestaetigen", "code", code(reader, 0));
    owner.post("/abmelden");
    for (int i = 0; i < 15; i++) {
      assertThat(guess("192.0." + (10 + i / 3) + ".7")).isEqualTo(422);
    }
    assertThat(guess("198.51.100.7")).as("a place that has not tried").isEqualTo(429);
    assertThat(TestMails.await(paper, TestReaders.email(NAME), 2))
        .extracting(TestMails.Received::subject)
        .contains("Jemand kennt dein Passwort bei Talblatt");
    owner.login(NAME);
    assertThat(owner.post("/anmelden/code", "code", code(reader, 1)).statusCode()).isEqualTo(303);
    assertThat(owner.cookies()).containsKey("talblatt");
  }

  private static int guess(String address) {
    TestBrowser thief = TestBrowser.from(paper, address);
    thief.login(NAME);
    return thief.post("/anmelden/code", "code", "000000").statusCode();
  }

  private static String code(Reader reader, int later) {
    byte[] secret =
        paper
            .door(JdbcClient.class)
            .sql("select secret from totp where account = ?")
            .param(reader.account().value())
            .query((row, n) -> row.getBytes(1))
            .single();
    return Totp.code(TotpSecret.of(secret).bytes(), Totp.step(Instant.now()) + later);
  }
}
