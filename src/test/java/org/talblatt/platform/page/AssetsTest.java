package org.talblatt.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talblatt.platform.http.SecurityHeaders;
import org.talblatt.testing.TestPaper;

/** Style sheet and scripts, as a browser gets them. */
class AssetsTest {
  private static final TestPaper paper = TestPaper.start();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterAll
  static void stop() {
    paper.close();
  }

  @Test
  void theSheetIsAllComponentsInTheirOrderAndIsKeptForAYear() throws Exception {
    HttpResponse<byte[]> sheet = get(Assets.path("talblatt.css"), "Accept", "*/*");
    assertThat(sheet.statusCode()).isEqualTo(200);
    assertThat(text(sheet)).startsWith("@layer ").contains("@layer base {", "@layer frame {");
    assertThat(header(sheet, "Cache-Control")).contains("immutable", "max-age=31536000");
    assertThat(header(sheet, "Content-Type")).isEqualTo("text/css;charset=utf-8");
    SecurityHeaders.ALL.forEach((name, value) -> assertThat(header(sheet, name)).isEqualTo(value));
  }

  @Test
  void everyPageNamesTheSheetByItsHash() throws Exception {
    assertThat(text(get("/", "Accept", "text/html")))
        .contains("<link rel=\"stylesheet\" href=\"" + Assets.path("talblatt.css") + "\">");
  }

  @Test
  void itIsPackedBeforehandEachPackingUnderItsOwnETag() throws Exception {
    String path = Assets.path("talblatt.css");
    HttpResponse<byte[]> plain = get(path, "Accept-Encoding", "identity");
    HttpResponse<byte[]> gzip = get(path, "Accept-Encoding", "gzip");
    HttpResponse<byte[]> brotli = get(path, "Accept-Encoding", "gzip, br");
    assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(brotli, "Content-Encoding")).isEqualTo("br");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
        .isEqualTo(plain.body());
    assertThat(brotli.body().length).isLessThan(gzip.body().length);
    assertThat(header(plain, "ETag"))
        .isNotEqualTo(header(gzip, "ETag"))
        .isNotEqualTo(header(brotli, "ETag"));
    assertThat(header(brotli, "Vary")).isEqualTo("Accept-Encoding");
  }

  @Test
  void anotherVersionsHashGetsTodaysFileWhichNobodyKeeps() throws Exception {
    HttpResponse<byte[]> sheet = get("/static/talblatt-0123456789abcdef.css", "Accept", "*/*");
    assertThat(sheet.statusCode()).isEqualTo(200);
    assertThat(header(sheet, "Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void nothingElseLiesThere() throws Exception {
    for (String path :
        new String[] {
          "/static/talblatt.css",
          "/static/css/01-tokens.css",
          "/static/other-0123456789abcdef.css",
          "/static/talblatt-0123456789abcdef.js"
        }) {
      assertThat(get(path, "Accept", "*/*").statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void aTemplatesMistakeIsNoSilentOne() {
    assertThatThrownBy(() -> Assets.path("talblat.css")).hasMessageContaining("talblat.css");
  }

  private HttpResponse<byte[]> get(String path, String header, String value) throws Exception {
    return http.send(
        HttpRequest.newBuilder(paper.url(path)).header(header, value).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
