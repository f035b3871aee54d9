package org.talblatt.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses of one household count as one. */
class ClientAddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.77, 192.0.2.0",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0",
    "::1, 0:0:0:0:0:0:0:0",
    "::ffff:192.0.2.77, 192.0.2.0"
  })
  void anAddressBelongsToItsBlock(String address, String block) {
    assertThat(ClientAddress.block(address)).isEqualTo(block);
  }
}
