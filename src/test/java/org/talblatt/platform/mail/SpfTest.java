package org.talblatt.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talblatt.platform.SettingValues;
import org.talblatt.testing.RefusingSmtp;
import org.talblatt.testing.TestDns;

/** What a domain's record says about a sender, and how the way to the mail server is protected. */
class SpfTest {
  private static final TestDns server = TestDns.start();
  private static final Dns dns = new Dns(SettingValues.of(Map.of("dns", server.address()), false));

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "v=spf1 ip4:192.0.2.0/24 -all, 192.0.2.9, PASS",
    "v=spf1 ip4:192.0.2.0/24 -all, 192.0.3.9, FAIL",
    "v=spf1 ip6:2001:db8::/32 ~all, 2001:db8:1::5, PASS",
    "v=spf1 ip6:2001:db8::/32 ~all, 192.0.2.9, SOFTFAIL",
    "v=spf1 a ?all, 198.51.100.1, PASS",
    "v=spf1 a:host.example/24 -all, 203.0.113.99, PASS",
    "v=spf1 mx -all, 198.51.100.25, PASS",
    "v=spf1 include:other.example -all, 192.0.2.77, PASS",
    "v=spf1 include:other.example -all, 192.0.9.77, FAIL",
    "v=spf1 redirect=other.example, 192.0.2.77, PASS",
    "v=spf1 redirect=other.example, 192.0.9.77, SOFTFAIL",
    "V=SPF1 -ip4:192.0.2.9 +all, 192.0.2.9, FAIL",
    "v=spf1, 192.0.2.9, NEUTRAL",
    "v=spf1 include:none.example -all, 192.0.2.9, BROKEN",
    "v=spf1 include:paper.example -all, 192.0.2.9, BROKEN",
    "v=spf1 ip4:nonsense -all, 192.0.2.9, BROKEN",
    "v=spf1 word -all, 192.0.2.9, BROKEN",
    "v=spf10 -all, 192.0.2.9, NONE"
  })
  void theRecordIsReadAsTheStandardSays(String record, String sender, Spf.Verdict verdict)
      throws Exception {
    server.put("paper.example", "TXT", "something else", record);
    server.put("paper.example", "A", "198.51.100.1");
    server.put("paper.example", "MX", "10 mx.paper.example", "20 mx2.paper.example");
    server.put("mx2.paper.example", "A", "198.51.100.25");
    server.put("host.example", "A", "203.0.113.1");
    server.put("other.example", "TXT", "v=spf1 ip4:192.0.2.64/26 ~all");
    assertThat(new Spf(dns, InetAddress.ofLiteral(sender)).of("paper.example")).isEqualTo(verdict);
  }

  @Test
  void twoRecordsAreNone() throws Exception {
    server.put("two.example", "TXT", "v=spf1 -all", "v=spf1 +all");
    assertThat(new Spf(dns, InetAddress.ofLiteral("192.0.2.1")).of("two.example"))
        .isEqualTo(Spf.Verdict.BROKEN);
  }

  @Test
  void aNameServerThatIsNotThereIsSilent() {
    Dns nobody = new Dns(SettingValues.of(Map.of("dns", "127.0.0.1:1"), false));
    assertThatThrownBy(() -> nobody.texts("paper.example")).isInstanceOf(Dns.Silent.class);
  }

  @Test
  void encryptionIsTriedAndItsCertificateLookedAt() throws Exception {
    GreenMail secure = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    secure.start();
    try (RefusingSmtp plain = RefusingSmtp.start("250 fine")) {
      MailServer own = MailServer.parse("smtps://127.0.0.1:" + secure.getSmtps().getPort());
      assertThat(TlsProbe.probe(own)).isInstanceOf(TlsProbe.Tls.Untrusted.class);
      SSLContext trusting = SSLContext.getInstance("TLS");
      trusting.init(null, new TrustManager[] {new Trusting()}, null);
      assertThat(TlsProbe.probe(own, trusting.getSocketFactory()))
          .isInstanceOfSatisfying(
              TlsProbe.Tls.Encrypted.class, tls -> assertThat(tls.protocol()).startsWith("TLSv1."));
      assertThat(TlsProbe.probe(MailServer.parse("smtp://127.0.0.1:" + plain.port())))
          .isInstanceOf(TlsProbe.Tls.Missing.class);
      assertThat(TlsProbe.probe(MailServer.parse("smtp://127.0.0.1:1")))
          .isInstanceOf(TlsProbe.Tls.Unreachable.class);
    } finally {
      secure.stop();
    }
  }

  /** The test server's certificate is its own. */
  private static final class Trusting extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
