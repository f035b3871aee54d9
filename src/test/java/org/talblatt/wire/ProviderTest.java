package org.talblatt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The credit line that is agreed with a provider. */
class ProviderTest {
  @Test
  void theItemsOwnCreditStandsInTheRule() {
    assertThat(credited("APA/{credit}", "dpa")).isEqualTo("APA/dpa");
    assertThat(credited("Feuerwehr", "dpa")).isEqualTo("Feuerwehr");
    assertThat(credited("", "dpa")).isEqualTo("dpa");
  }

  @Test
  void whereTheItemSaysNothingNoJointStaysBesideTheGap() {
    assertThat(credited("APA/{credit}", "")).isEqualTo("APA");
    assertThat(credited("{credit}/eigene Leute", "")).isEqualTo("eigene Leute");
    assertThat(credited("{credit}", "")).isEmpty();
  }

  private static String credited(String rule, String own) {
    return new Provider("a", "A", rule, "", "", "", Provider.Unread.ASKED).credited(own);
  }
}
