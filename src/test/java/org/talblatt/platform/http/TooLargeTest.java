package org.talblatt.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;

/** What is too large is refused in words, whatever it is. */
class TooLargeTest {
  private static final TestPaper paper = TestPaper.start();
  private final TestBrowser browser = new TestBrowser(paper);

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void aFormOfAMegabyteIsTooLarge() {
    HttpResponse<String> answer =
        browser.post("/anmelden", "login", "x".repeat(1_000_000), "password", "y");
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("Das ist zu groß");
  }

  @Test
  void aCommentOfAMegabyteIsTooLarge() {
    assertThat(browser.post("/artikel/1/kommentare", "text", "x".repeat(1_000_000)).statusCode())
        .isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"login=%zz&password=x", "login=%C3%28&password=x", "login=%", "%00=%00"})
  void aFormThatIsNotEncodedAsFormsAreBreaksNothing(String body) {
    HttpResponse<String> answer =
        browser.send(
            browser
                .request("/anmelden")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).isEqualTo(422);
  }

  @Test
  void thousandsOfFieldsBreakNothing() {
    String[] fields = new String[4_000];
    Arrays.setAll(fields, i -> "f" + i);
    assertThat(browser.post("/anmelden", fields).statusCode()).isIn(413, 422);
  }
}
