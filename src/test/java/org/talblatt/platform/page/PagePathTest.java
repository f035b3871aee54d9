package org.talblatt.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One page has one spelling. */
class PagePathTest {
  private static final String ALPHABET = "/ab.%25cC3eEfF0;\\ü~-_\u0000\n?#&=+ 2";

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/politik, /politik",
    "/%70olitik, /politik",
    "/politik/, /politik/",
    "/thema/s%c3%bcdtirol, /thema/s%C3%BCdtirol",
    "/thema/a+b, /thema/a%2Bb",
    "/thema/a%2bb, /thema/a%2Bb",
    "/thema/100%25, /thema/100%25",
    "/thema/a%20b, /thema/a%20b",
    "/a.b, /a.b",
    "/...., /....",
  })
  void escapesAreWrittenOneWay(String raw, String normal) {
    assertThat(PagePath.normal(raw)).isEqualTo(normal);
  }

  @Test
  void whateverComesTheSpellingIsStableAndSafe() {
    Random random = new Random(20261124);
    int accepted = 0;
    for (int i = 0; i < 200_000; i++) {
      String raw = "/" + text(random);
      String normal = PagePath.normal(raw);
      if (normal == null) {
        continue;
      }
      accepted++;
      assertThat(PagePath.normal(normal)).as(raw).isEqualTo(normal);
      assertThat(normal).matches("(/[A-Za-z0-9._~-]*(%[0-9A-F]{2}[A-Za-z0-9._~-]*)*)+");
      assertThat(URI.create(normal).normalize()).as(raw).hasToString(normal);
      assertThat(decoded(normal)).as(raw).isEqualTo(decoded(raw));
    }
    assertThat(accepted).isGreaterThan(10_000);
  }

  private static String decoded(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String text(Random random) {
    int length = random.nextInt(10);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
