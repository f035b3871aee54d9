package org.talblatt.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.base.Failure;

/** Which spellings are one page, and what is none. */
class ForeignPageTest {
  private static final Site SITE =
      new Site(
          "b",
          "B",
          List.of("https://b.example", "http://b.example:8080"),
          "politik",
          List.of("p"),
          false,
          new SignOnKey.None());

  @ParameterizedTest
  @CsvSource({
    "https://b.example, a:b.example, https://b.example/",
    "https://B.example:443/#x, a:b.example, https://b.example/",
    "https://b.example/a/?utm_source=x, a:b.example/a, https://b.example/a/",
    "https://b.example/a?x=1&p=5&p=6, a:b.example/a?p=5, https://b.example/a?p=5",
    "https://b.example/%61%C3%BC, a:b.example/a%C3%BC, https://b.example/a%C3%BC",
    "http://b.example:8080/a, a:b.example:8080/a, http://b.example:8080/a",
  })
  void aPageHasOneSpelling(String typed, String key, String address) {
    ForeignPage page = ForeignPage.of(SITE, typed, null);
    assertThat(page.key()).isEqualTo(key);
    assertThat(page.address()).isEqualTo(address);
  }

  @Test
  void theSitesOwnKeyOutlivesTheAddress() {
    assertThat(ForeignPage.of(SITE, "https://b.example/alt", "post-17").key())
        .isEqualTo(ForeignPage.of(SITE, "https://b.example/neu", " post-17 ").key());
    assertThat(ForeignPage.of(SITE, "https://b.example/alt", "").key())
        .isEqualTo("a:b.example/alt");
    for (String wrong : List.of("a\u0000b", "x".repeat(201), "a\nb", "\ud800")) {
      assertThatThrownBy(() -> ForeignPage.of(SITE, "https://b.example/", wrong))
          .isInstanceOf(Failure.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://c.example/",
        "http://b.example/",
        "https://b.example:8443/",
        "https://b.example.evil.example/",
        "https://b.example@evil.example/",
        "https://evil.example/?https://b.example/",
        "javascript:alert(1)//https://b.example",
        "//b.example/",
        "b.example",
        "",
        "https://b.example/a/../b",
        "https://b.example/%2e%2e/x",
        "https://b.example/ä ö",
        "file:///etc/passwd",
      })
  void whatIsNotTheSitesIsNoPage(String typed) {
    assertThatThrownBy(() -> ForeignPage.of(SITE, typed, null))
        .as(typed)
        .isInstanceOf(Failure.class);
    assertThatThrownBy(() -> ForeignPage.of(SITE, "https://b.example/" + "x".repeat(700), null))
        .isInstanceOf(Failure.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://B.Example, https://b.example",
    "https://b.example:443/, https://b.example",
    "http://127.0.0.1:9000, http://127.0.0.1:9000",
    "http://[::1]:80, http://[::1]",
  })
  void anOriginIsAsBrowsersWriteIt(String typed, String origin) {
    assertThat(Origin.parse(typed)).contains(new Origin(origin));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b.example",
        "*",
        "https://*.b.example",
        "https://b.example/x",
        "https://b.example?x",
        "https://a@b.example",
        "null",
        "",
        "ftp://b.example",
        "https://",
        "https://b.example:0",
        "https://b.example:99999"
      })
  void anythingElseIsNoOrigin(String typed) {
    assertThat(Origin.parse(typed)).isEmpty();
  }
}
