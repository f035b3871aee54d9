package org.talblatt.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talblatt.base.Failure;

/** What becomes of what readers say of themselves. */
class ProfileLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "  Imkerin   aus Laitau |Imkerin aus Laitau",
        "\"\n\nzwei\r\nZeilen\u2028drei\"|zwei Zeilen drei",
        "a\u202eb\u200bc\u0000d\ufeffe|abcde",
        "<b>fett</b> & mehr|<b>fett</b> & mehr",
        "👩\u200d🌾 und Ziegen|👩\u200d🌾 und Ziegen",
        "می\u200cخواهم|می\u200cخواهم",
        "e\u0301t\u0301\u0301\u0301\u0301\u0301\u0301\u0301|ét\u0301\u0301\u0301\u0301",
        "\" \u00a0\u200b \"|\"\""
      })
  void blanksAndMarksThatNobodySeesAreTidiedAway(String typed, String line) {
    assertThat(ProfileLine.parse(typed).value()).isEqualTo(line);
  }

  @Test
  void halfACharacterIsNone() {
    assertThat(ProfileLine.parse("a\ud83db").value()).isEqualTo("ab");
  }

  @Test
  void hundredAndSixtyCharactersAreCountedAsReadersCountThem() {
    assertThat(ProfileLine.parse("🐝".repeat(160)).value()).hasSize(320);
    assertThatThrownBy(() -> ProfileLine.parse("a".repeat(161))).isInstanceOf(Failure.class);
    assertThatThrownBy(() -> ProfileLine.parse("a".repeat(10_000))).isInstanceOf(Failure.class);
  }
}
