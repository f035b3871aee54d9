package org.talblatt.desk.ways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.base.Failure;

/** What an administrator may type about a way. */
class WayFormTest {
  private static final String ADDRESS = "https://agency.example/a";

  @ParameterizedTest
  @ValueSource(strings = {"schlüssel", "a b", "zł", "-----BEGIN X\nabc"})
  void aKeyThatNoHeaderHoldsIsRefused(String key) {
    assertThatThrownBy(() -> typed("feed", ADDRESS, "", key).form().over(null, false))
        .isInstanceOf(Failure.class);
  }

  @Test
  void aPasswordIsPackedAndMayHoldUmlautsButNoLines() {
    assertThat(typed("feed", ADDRESS, "wir", "schlüssel").form().over(null, false).secret())
        .isEqualTo("schlüssel");
    assertThatThrownBy(() -> typed("feed", ADDRESS, "wir", "-----BEGIN X\nabc").form())
        .hasMessageContaining("login-wrong");
    assertThat(typed("sftp", "sftp://a.example/", "wir", "-----BEGIN X\nabc").form().secret())
        .contains("\n");
  }

  @Test
  void aPasswordBecomesNoKeyThatCantBeSent() {
    Duration pause = Duration.ofMinutes(5);
    Way way =
        new Way(1, "x", WayKind.FEED, URI.create(ADDRESS), "wir", "schlüssel", "", pause, "", "");
    assertThatThrownBy(() -> typed("feed", ADDRESS, "", "").form().over(way, false))
        .hasMessageContaining("token-wrong");
  }

  private static WayForm.Typed typed(String kind, String address, String login, String secret) {
    return new WayForm.Typed(kind, address, login, secret, "300");
  }
}
