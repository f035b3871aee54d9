package org.talblatt.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talblatt.platform.KeyedHash;
import org.talblatt.platform.SettingValues;
import org.talblatt.platform.Settings;

/** Mails reach a server, or a file where there is none. */
class PostmanTest {
  private static final Mail MAIL =
      new Mail(
          "Das Talblatt",
          new MailAddress("leser@example.org"),
          "Grüße aus dem Tal",
          "Öffne http://localhost:1/bestaetigen?link=" + "x".repeat(60) + " bitte.\n");

  @TempDir private Path data = Path.of("");

  @Test
  void aServerGetsItWithOurSenderAndWhole() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      postman("smtp://127.0.0.1:" + server.getSmtp().getPort()).send(MAIL);
      MimeMessage received = server.getReceivedMessages()[0];
      assertThat(received.getSubject()).isEqualTo("Grüße aus dem Tal");
      assertThat(received.getFrom()[0]).hasToString("Das Talblatt <no-reply@talblatt.example>");
      assertThat(received.getContent().toString().strip()).isEqualTo(MAIL.text().strip());
      assertThat(received.getHeader("Message-ID")[0]).endsWith("@talblatt.example>");
      assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    } finally {
      server.stop();
    }
  }

  @Test
  void withoutAServerItIsAFileForNobodyElseWithTheLinkInOnePiece() throws Exception {
    postman(null).send(MAIL);
    try (Stream<Path> files = Files.list(data.resolve("mail"))) {
      Path file = files.toList().getFirst();
      assertThat(file.toString()).endsWith(".eml");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(file)).contains("x".repeat(60) + " bitte.");
    }
  }

  @Test
  void aServerThatIsNotThereIsAFailureThatTellsNobodysAddress() {
    assertThatThrownBy(() -> postman("smtp://127.0.0.1:1").send(MAIL))
        .isInstanceOf(Postman.Undelivered.class)
        .hasNoCause()
        .hasMessageNotContaining("leser@example.org");
  }

  @Test
  void noHeaderCanBeSmuggledIn() {
    assertThatThrownBy(() -> new Mail("Talblatt\r\nBcc: x@example.org", MAIL.to(), "a", "b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Mail("Talblatt", MAIL.to(), "a\nBcc: x@example.org", "b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(MailAddress.parse("a@example.org\nBcc: x@example.org")).isEmpty();
  }

  private static final class EveryMailbox implements Reachability {
    @Override
    public boolean reaches(MailAddress address) {
      return true;
    }

    @Override
    public void cameBack(MailAddress address) {
      throw new AssertionError("nothing came back");
    }
  }

  private Postman postman(@org.jspecify.annotations.Nullable String smtp) {
    Map<String, String> values =
        smtp == null
            ? Map.of("data", data.toString(), "url", "https://talblatt.example")
            : Map.of("data", data.toString(), "url", "https://talblatt.example", "smtp", smtp);
    Settings settings = SettingValues.of(values, false);
    // no mailbox is known to be gone here, and no name to be verified: see BouncesTest
    KeyedHash hash = new KeyedHash(() -> new byte[32]);
    return new Postman(
        settings, Clock.systemUTC(), new MessageIds(hash, settings), new EveryMailbox());
  }
}
