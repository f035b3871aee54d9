package org.talblatt.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code Accept-Encoding} asks for. */
class AcceptedCodingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br, zstd | BROTLI",
        "gzip | GZIP",
        "x-gzip | GZIP",
        "GZip ; q=1.0 | GZIP",
        "br;q=0.5, gzip;q=0.8 | GZIP",
        "br;q=0.8, gzip;q=0.8 | BROTLI",
        "br;q=0, gzip | GZIP",
        "gzip;q=0 | IDENTITY",
        "gzip;q=0.000 | IDENTITY",
        "gzip;q=0.001 | GZIP",
        "* | BROTLI",
        "*;q=0, gzip | GZIP",
        "*;q=0 | IDENTITY",
        "br;q=0, * | GZIP",
        "identity;q=1, gzip;q=0.5 | IDENTITY",
        "identity;q=0.5, gzip | GZIP",
        "identity;q=0 | IDENTITY",
        "deflate | IDENTITY",
        "gzipped, brr | IDENTITY",
        ",,  , gzip,, | GZIP",
        "gzip;level=9 | IDENTITY",
        "gzip;q=nonsense | IDENTITY",
        "gzip;q=7 | GZIP",
      })
  void theHeaviestWeightWinsAndOfEqualsTheSmallest(String header, Coding expected) {
    assertThat(AcceptedCodings.of(header).best(true, true)).isEqualTo(expected);
  }

  @Test
  void withoutTheHeaderTheBytesGoOutPlain() {
    assertThat(AcceptedCodings.of(null).best(true, true)).isEqualTo(Coding.IDENTITY);
    assertThat(AcceptedCodings.of("").best(true, true)).isEqualTo(Coding.IDENTITY);
  }

  @Test
  void whatIsNotAtHandIsNotChosen() {
    assertThat(AcceptedCodings.of("gzip, br").best(true, false)).isEqualTo(Coding.GZIP);
    assertThat(AcceptedCodings.of("gzip, br").best(false, false)).isEqualTo(Coding.IDENTITY);
  }
}
