package org.talblatt.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Too long a text ends where no character is cut, and says that there was more. */
class ShortenedTest {
  @Test
  void whatFitsStays() {
    assertThat(Shortened.to(3, "🏔🏔🏔")).isEqualTo("🏔🏔🏔");
    assertThat(Shortened.marked(3, "Tal")).isEqualTo("Tal");
    assertThat(Shortened.atWord(3, "Tal")).isEqualTo("Tal");
  }

  @Test
  void whatDoesNotIsCutBetweenCharacters() {
    assertThat(Shortened.to(2, "🏔🏔🏔")).isEqualTo("🏔🏔");
    assertThat(Shortened.marked(2, "🏔🏔🏔")).isEqualTo("🏔…");
  }

  @Test
  void itEndsAtAWordUnlessThatCostsHalf() {
    assertThat(Shortened.atWord(12, "Der Wolf war es nicht")).isEqualTo("Der Wolf war …");
    assertThat(Shortened.atWord(14, "Der Wolf\nwar es nicht")).isEqualTo("Der Wolf\nwar …");
    assertThat(Shortened.atWord(10, "Ja, Donaudampfschiff")).isEqualTo("Ja, Donaud …");
  }

  @Test
  void aDatabaseHoldsWhatIsWhole() {
    assertThat(Storable.of("a\0b\ud800c🏔")).isEqualTo("ab?c🏔");
    assertThat(Storable.is("a\0")).isFalse();
    assertThat(Storable.is("\udc00")).isFalse();
    assertThat(Storable.is("🏔 Tal")).isTrue();
  }
}
