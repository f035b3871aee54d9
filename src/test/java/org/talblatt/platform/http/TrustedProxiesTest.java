package org.talblatt.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Only a trusted proxy may say where a request came from. */
class TrustedProxiesTest {
  private final TrustedProxies proxies = TrustedProxies.parse("127.0.0.1, 10.1.0.0/16, ::1");

  @Test
  void whoIsNotTrustedIsNotBelieved() {
    assertThat(proxies.client("203.0.113.9", List.of("198.51.100.1"))).isEqualTo("203.0.113.9");
    assertThat(TrustedProxies.NONE.client("127.0.0.1", List.of("198.51.100.1")))
        .isEqualTo("127.0.0.1");
  }

  @Test
  void theNearestAddressThatIsNoProxyIsTheReader() {
    assertThat(proxies.client("127.0.0.1", List.of("6.6.6.6, 198.51.100.1", "10.1.255.7")))
        .isEqualTo("198.51.100.1");
    assertThat(proxies.client("::1", List.of("2001:db8::7"))).isEqualTo("2001:db8::7");
    assertThat(proxies.client("10.2.0.1", List.of("198.51.100.1"))).isEqualTo("10.2.0.1");
  }

  @Test
  void whatIsNoAddressIsNoReader() {
    assertThat(proxies.client("127.0.0.1", List.of("unknown"))).isEqualTo("127.0.0.1");
    assertThat(proxies.client("127.0.0.1", List.of())).isEqualTo("127.0.0.1");
  }
}
