package org.talblatt.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sign of who has no picture. */
class MonogramTest {
  @ParameterizedTest
  @CsvSource({
    "N.G., NG",
    "Maria Rossi, MR",
    "anna, A",
    "anna-lena von der Au, AL",
    "..a, A",
    "ljiljana, L",
    "e\u0301mile zola, E\u0301Z",
    "Ольга, О",
    "李雷, 李",
    "007, 0"
  })
  void itBearsTheBeginningsOfTheFirstTwoWords(String name, String letters) {
    assertThat(Monogram.of(name).letters()).isEqualTo(letters);
  }

  @Test
  void itsColourIsTheNamesHoweverTheNameIsWritten() {
    assertThat(Monogram.of("Zoë").colour()).isEqualTo(Monogram.of("zoe").colour());
  }

  @Test
  void whiteIsReadableOnEveryColour() {
    assertThat(Monogram.COLOURS)
        .allSatisfy(colour -> assertThat(1.05 / (luminance(colour) + 0.05)).isGreaterThan(7));
  }

  /** WCAG 2.2, relative luminance. */
  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
  }

  private static double channel(int value) {
    double part = (value & 0xFF) / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
