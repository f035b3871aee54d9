package org.talblatt.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses lie in the open. */
class PublicAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.1.2.3", "10.0.0.1", "100.64.0.1", "127.0.0.1", "169.254.1.1", "172.16.0.1", "192.0.0.8",
        "192.168.1.1", "198.19.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1",
        "fe80::1", "fd00::1", "64:ff9b::a00:1", "2002:a00:1::1", "::ffff:10.0.0.1"
      })
  void theseDoNot(String address) throws Exception {
    String host = address.contains(":") ? "[" + address + "]" : address;
    assertThatThrownBy(() -> PublicAddress.require(host)).isInstanceOf(PublicAddress.Inside.class);
    assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
  }

  @Test
  void aHostInTheOpenIsTaken() throws Exception {
    PublicAddress.require("192.0.2.1");
    PublicAddress.require("[2a00::1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.1.1.1", "100.128.0.1", "192.0.2.1", "198.20.0.1", "239.0.0.1", "2a00::1"})
  void thoseDoButForMulticast(String address) throws Exception {
    InetAddress asked = InetAddress.getByName(address);
    assertThat(PublicAddress.is(asked)).isEqualTo(!asked.isMulticastAddress());
  }
}
