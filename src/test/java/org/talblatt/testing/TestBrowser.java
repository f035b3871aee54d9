package org.talblatt.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Sessions;
import org.talblatt.identity.guard.FormTokens;

/**
 * A browser without JavaScript, as far as tests need one: cookies, forms, the headers that say
 * where a request comes from. Redirects are followed only where a test says so.
 */
public final class TestBrowser {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final TestPaper paper;
  private final Map<String, String> cookies = new TreeMap<>();
  private final @Nullable String address;

  public TestBrowser(TestPaper paper) {
    this(paper, null);
  }

  private TestBrowser(TestPaper paper, @Nullable String address) {
    this.paper = paper;
    this.address = address;
  }

  /** A browser at this address; the paper trusts a proxy at 127.0.0.1. */
  public static TestBrowser from(TestPaper paper, String address) {
    return new TestBrowser(paper, address);
  }

  /** A browser in which this reader is logged in, without the work of a login. */
  public static TestBrowser as(TestPaper paper, Reader reader) {
    TestBrowser browser = new TestBrowser(paper);
    browser.cookies.put(
        "talblatt", paper.door(Sessions.class).open(reader.account(), "test", false).secret());
    return browser;
  }

  /** Opens an address. */
  public HttpResponse<String> get(String path) {
    return send(request(path).header("Sec-Fetch-Site", "same-origin").GET());
  }

  /**
   * Sends a form: name, value, name, value … A registration is sent as by somebody who has typed
   * for ten seconds, unless its token is among the fields.
   */
  public HttpResponse<String> post(String path, String... fields) {
    List<String> given = List.of(fields);
    if (path.equals("/registrieren") && !given.contains("formular") && !given.contains("schritt")) {
      return post(path, typed(fields));
    }
    return send(
        request(path)
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(fields))));
  }

  private String[] typed(String... fields) {
    Instant opened = paper.door(Clock.class).instant().minusSeconds(10);
    String[] all = Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "formular";
    all[fields.length + 1] = paper.door(FormTokens.class).issue(opened);
    return all;
  }

  /** Sends JSON and asks for JSON. */
  public HttpResponse<String> json(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(paper.url(path))
            .header("Accept", "application/json")
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  /** Logs in by the form, with the password of test accounts. */
  public HttpResponse<String> login(String name) {
    return post("/anmelden", "login", name, "password", TestReaders.PASSWORD);
  }

  /** Goes where an answer leads. */
  public HttpResponse<String> follow(HttpResponse<String> answer) {
    String location = answer.headers().firstValue("Location").orElseThrow();
    URI target = paper.url("/").resolve(location);
    return get(
        target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()));
  }

  /**
   * A request as a browser sends it, with this one's cookies, for tests that change its headers.
   */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(paper.url(path)).header("Accept", "text/html,*/*;q=0.8");
  }

  /** Sends any request with this browser's cookies and remembers those of the answer. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    if (address != null) {
      request.setHeader("X-Forwarded-For", address);
    }
    if (!cookies.isEmpty()) {
      request.setHeader(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(this::remember);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** This browser's cookies by name. */
  public Map<String, String> cookies() {
    return cookies;
  }

  /** The value of a hidden (or any other) field in a page's form. */
  public static String field(HttpResponse<String> page, String name) {
    return field(page.body(), name);
  }

  /** As above, of a page that is at hand. */
  public static String field(String page, String name) {
    Element field = Jsoup.parse(page).selectFirst("[name=" + name + "]");
    if (field == null) {
      throw new AssertionError("no field " + name + " in the page");
    }
    return field.val();
  }

  private void remember(String header) {
    String pair = header.split(";", 2)[0];
    String name = pair.substring(0, pair.indexOf('='));
    if (header.contains("Max-Age=0")) {
      cookies.remove(name);
    } else {
      cookies.put(name, pair.substring(pair.indexOf('=') + 1));
    }
  }

  private static String form(String... fields) {
    StringJoiner form = new StringJoiner("&");
    for (int i = 0; i < fields.length; i += 2) {
      form.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
    }
    return form.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
