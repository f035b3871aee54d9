package org.talblatt.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talblatt.platform.page.TestFront.header;
import static org.talblatt.platform.page.TestFront.unzipped;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.talblatt.base.Failure;
import org.talblatt.platform.http.SecurityHeaders;
import org.talblatt.testing.Eventually;

/** What goes over the wire. */
class PageFrontTest {
  private static final String BODY = "<p>Grüße aus dem Tal</p>\n".repeat(200);

  private final AtomicInteger renders = new AtomicInteger();
  private final TestFront front = new TestFront(PLENTY, quiet(), pages());

  private static final long PLENTY = TestFront.PLENTY;

  PageFrontTest() throws Exception {}

  private static Duration quiet() {
    return Duration.ofHours(1);
  }

  private PageRoute pages() {
    return TestRoute.of(
        "/p",
        address -> {
          renders.incrementAndGet();
          return switch (address.path()) {
            case "/p/moved" -> Page.moved("/p/new", Set.of("a"));
            case "/p/gone" -> Page.html(410, BODY, Set.of("a"));
            case "/p/odd" -> Page.html(404, BODY, Set.of("a"));
            case "/p/missing" -> throw Failure.notFound();
            case "/p/tiny" -> Page.html("short", Set.of("a"));
            default -> Page.html(BODY + address.path() + address.query(), Set.of("a"));
          };
        });
  }

  @AfterEach
  void stop() throws Exception {
    front.close();
  }

  @Test
  void aPageIsMadeOnceAndServedInThePackingAskedFor() throws Exception {
    HttpResponse<byte[]> plain = front.get("/p");
    HttpResponse<byte[]> gzip = front.get("/p", "Accept-Encoding", "gzip, br");
    assertThat(new String(plain.body(), StandardCharsets.UTF_8)).isEqualTo(BODY + "/p{}");
    assertThat(unzipped(gzip.body())).isEqualTo(plain.body());
    assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(renders).hasValue(1);
  }

  @Test
  void everyAnswerCarriesTheSameHeadersWhetherKeptOrJustMade() throws Exception {
    for (int i = 0; i < 2; i++) {
      HttpResponse<byte[]> answer = front.get("/p", "Accept-Encoding", "gzip");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().allValues("Vary")).containsExactly("Accept-Encoding");
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
      assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=utf-8");
      assertThat(header(answer, "ETag")).matches("\"[A-Za-z0-9_-]{22}\"");
      SecurityHeaders.ALL.forEach(
          (name, value) -> assertThat(answer.headers().allValues(name)).containsExactly(value));
      assertThat(answer.headers().map().keySet())
          .doesNotContain("set-cookie", "server", "x-powered-by");
    }
  }

  @Test
  void aQuietPageIsPackedWithBrotliToo() throws Exception {
    HttpResponse<byte[]> early = front.get("/p", "Accept-Encoding", "gzip, br");
    assertThat(header(early, "Content-Encoding")).as("not quiet yet").isEqualTo("gzip");
    try (TestFront soonQuiet = new TestFront(PLENTY, Duration.ofMillis(1), pages())) {
      HttpResponse<byte[]> gzip = soonQuiet.get("/p", "Accept-Encoding", "gzip");
      Eventually.until(
          "Brotli",
          () ->
              header(soonQuiet.get("/p", "Accept-Encoding", "gzip, br"), "Content-Encoding")
                  .equals("br"));
      HttpResponse<byte[]> brotli = soonQuiet.get("/p", "Accept-Encoding", "br");
      assertThat(brotli.body().length).isLessThan(gzip.body().length);
      assertThat(header(brotli, "ETag")).isNotEqualTo(header(gzip, "ETag"));
      // who holds gzip keeps it, and who can't read it is not told to
      String held = header(gzip, "ETag");
      HttpResponse<byte[]> unchanged =
          soonQuiet.get("/p", "Accept-Encoding", "gzip, br", "If-None-Match", held);
      assertThat(unchanged.statusCode()).isEqualTo(304);
      assertThat(header(unchanged, "ETag")).isEqualTo(held);
      assertThat(soonQuiet.get("/p", "If-None-Match", held).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatTheClientHoldsIsNotSentAgain() throws Exception {
    String plain = header(front.get("/p"), "ETag");
    String gzip = header(front.get("/p", "Accept-Encoding", "gzip"), "ETag");
    assertThat(plain).isNotEqualTo(gzip);
    for (String known :
        List.of(
            gzip, "W/" + gzip, "\"other\", " + gzip, "\"a\",W/" + gzip + ",\"b\"", "*", plain)) {
      HttpResponse<byte[]> answer =
          front.get("/p", "Accept-Encoding", "gzip", "If-None-Match", known);
      assertThat(answer.statusCode()).as(known).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
      assertThat(header(answer, "ETag")).isEqualTo(known.equals(plain) ? plain : gzip);
      assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    }
    for (String known : List.of("\"other\"", gzip.replace("\"", ""), "", "\"*\"")) {
      assertThat(front.get("/p", "Accept-Encoding", "gzip", "If-None-Match", known).statusCode())
          .as(known)
          .isEqualTo(200);
    }
  }

  @Test
  void headSaysAllButTheBody() throws Exception {
    HttpResponse<byte[]> get = front.get("/p", "Accept-Encoding", "gzip");
    HttpResponse<byte[]> head = front.send("HEAD", "/p", "Accept-Encoding", "gzip");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(get.body().length));
    assertThat(header(head, "ETag")).isEqualTo(header(get, "ETag"));
    assertThat(front.send("HEAD", "/p", "If-None-Match", "*").statusCode()).isEqualTo(304);
    assertThat(renders).hasValue(1);
  }

  @Test
  void aHeadMayBeTheFirstToAsk() throws Exception {
    assertThat(front.send("HEAD", "/p/x").statusCode()).isEqualTo(200);
    assertThat(front.text("/p/x")).contains("/p/x");
    assertThat(renders).hasValue(1);
  }

  @Test
  void onlyFoundMovedAndGoneAreKept() throws Exception {
    for (String path : List.of("/p/moved", "/p/gone", "/p", "/p/tiny")) {
      renders.set(0);
      HttpResponse<byte[]> first = front.get(path);
      HttpResponse<byte[]> second = front.get(path, "If-None-Match", "\"x\"");
      assertThat(second.statusCode()).isEqualTo(first.statusCode());
      assertThat(renders).as(path).hasValue(1);
    }
    assertThat(header(front.get("/p/moved"), "Location")).isEqualTo("/p/new");
    assertThat(front.get("/p/gone", "If-None-Match", "*").statusCode()).isEqualTo(410);
    for (String path : List.of("/p/odd", "/p/missing")) {
      renders.set(0);
      assertThat(front.get(path).statusCode()).isEqualTo(404);
      assertThat(front.get(path).statusCode()).isEqualTo(404);
      assertThat(renders).as(path).hasValue(2);
    }
    assertThat(front.failures)
        .allSatisfy(f -> assertThat(f).isInstanceOf(Failure.class))
        .hasSize(2);
  }

  @Test
  void aFloodOfAddressesThatAreNotThereLeavesNothingBehind() throws Exception {
    front.get("/p");
    for (int i = 0; i < 200; i++) {
      front.get("/p/missing?seite=" + i);
    }
    assertThat(front.store.size()).isEqualTo(1);
  }

  @Test
  void onlyKnownParametersMakeAnotherPageInWhateverOrder() throws Exception {
    String one = front.text("/p?sortierung=beste&seite=2");
    assertThat(one).endsWith("/p{seite=2, sortierung=beste}");
    for (String same :
        List.of(
            "/p?seite=2&sortierung=beste",
            "/p?utm_source=x&seite=2&fbclid=%zz&sortierung=beste",
            "/p?seite=2&seite=3&sortierung=beste",
            "/p?sortierung=%62este&&seite=2&",
            "/%70?seite=2&sortierung=beste")) {
      assertThat(front.raw("GET " + same + " HTTP/1.1")).as(same).endsWith(one);
    }
    assertThat(renders).hasValue(1);
    assertThat(front.text("/p?gclid=1")).endsWith("/p{}");
    assertThat(front.text("/p?seite=")).endsWith("/p{}");
    assertThat(front.text("/p?seite=%C3%A4+b")).endsWith("/p{seite=ä b}");
    assertThat(renders).hasValue(3);
  }

  @Test
  void aSlashTooManyLeadsToTheRightAddress() throws Exception {
    HttpResponse<byte[]> answer = front.get("/p/x/?seite=2&y=3");
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(header(answer, "Location")).isEqualTo("/p/x?seite=2&y=3");
    assertThat(renders).hasValue(0);
  }

  @Test
  void brokenAddressesGetOurOwnPageNotTheWebServers() throws Exception {
    for (String path :
        List.of(
            "//p",
            "/p//x",
            "//",
            "/p/%00",
            "/p/%0a",
            "/p/%",
            "/p/%4",
            "/p/%zz",
            "/p/%c3",
            "/p/%ff",
            "/p/../p",
            "/p/.",
            "/p/..",
            "/p/%2e%2e/p",
            "/p/%2Fx",
            "/p/%5Cx",
            "/p;x=1",
            "/p\\x",
            "/p/ü",
            "/" + "a".repeat(2000),
            "/" + "a".repeat(20_000),
            "http://",
            "p")) {
      String answer = front.raw("GET " + path + " HTTP/1.1");
      assertThat(answer)
          .as(path.length() > 40 ? path.length() + " characters" : path)
          .startsWith("HTTP/1.1 400 ")
          .contains("our page: failure.bad-address")
          .contains("Content-Security-Policy: ")
          .doesNotContainIgnoringCase("jetty");
    }
    assertThat(renders).hasValue(0);
  }

  @Test
  void pagesCanOnlyBeRead() throws Exception {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "NONSENSE")) {
      HttpResponse<byte[]> answer = front.send(method, "/p");
      assertThat(answer.statusCode()).as(method).isEqualTo(405);
      assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("failure.method");
    }
    assertThat(renders).hasValue(0);
  }

  @Test
  void whatIsNoPagePassesThrough() throws Exception {
    for (String path : List.of("/api/v1/articles", "/other", "/other/")) {
      assertThat(front.get(path).statusCode()).isEqualTo(299);
      assertThat(front.send("POST", path).statusCode()).isEqualTo(299);
    }
  }

  @Test
  void optionsSaysThatAPageIsForReading() throws Exception {
    HttpResponse<byte[]> answer = front.send("OPTIONS", "/p");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    SecurityHeaders.ALL.forEach((name, value) -> assertThat(header(answer, name)).isEqualTo(value));
  }

  @Test
  void aMethodThatNobodyKnowsReachesNobody() throws Exception {
    for (String method : List.of("TRACE", "NONSENSE")) {
      assertThat(front.send(method, "/other").statusCode()).as(method).isEqualTo(501);
      assertThat(header(front.send(method, "/api/x"), "Content-Type"))
          .isEqualTo("application/problem+json");
    }
  }

  @Test
  void underApiABrokenAddressIsAProblem() throws Exception {
    for (String path : List.of("/api/%2Fx", "/api//x", "/api/x;y=1", "/api/%ff")) {
      assertThat(front.raw("GET " + path + " HTTP/1.1"))
          .as(path)
          .startsWith("HTTP/1.1 400 ")
          .contains("application/problem+json", "/problems/bad-request");
    }
  }

  @Test
  void cookiesMakeNoDifference() throws Exception {
    byte[] anybodys = front.get("/p").body();
    assertThat(front.get("/p", "Cookie", "talblatt=abc; leser=Anna").body()).isEqualTo(anybodys);
    assertThat(renders).hasValue(1);
    assertThat(front.counts.hits.sum()).isEqualTo(1);
  }
}
