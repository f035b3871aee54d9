package org.talblatt.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.jsoup.Jsoup;

/** A house that knows people: a real OpenID provider on this machine, with people as tests say. */
public final class TestProvider implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final long AN_HOUR = 3600;
  private static final String CLIENT = "talblatt";

  private final String key;
  private final MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config());

  /** Starts it; {@code key} is what the paper's settings call it. */
  public TestProvider(String key) {
    this.key = key;
    server.start();
  }

  /** The settings that let readers log in with it. */
  public Map<String, String> settings() {
    return settings(key, server.issuerUrl(key).toString());
  }

  /** The same for any provider. */
  public static Map<String, String> settings(String key, String issuer) {
    return Map.of(
        "oidc-" + key + "-issuer",
        issuer,
        "oidc-" + key + "-client-id",
        CLIENT,
        "oidc-" + key + "-client-secret",
        "geheim",
        "oidc-" + key + "-name",
        "Haus " + key);
  }

  /** Where its pages are. */
  public String origin() {
    return server.baseUrl().toString();
  }

  /** The next who logs in there is this person. */
  public void knows(String subject, Map<String, Object> claims) {
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            key, subject, "JWT", List.of(CLIENT), new HashMap<>(claims), AN_HOUR));
  }

  /** The next who logs in there has this address, and it is theirs. */
  public void knows(String subject, String email, String name) {
    knows(subject, Map.of("email", email, "email_verified", true, "name", name));
  }

  /** The page of the provider that the paper leads to. */
  public static URI page(HttpResponse<String> onward) {
    var link = Jsoup.parse(onward.body()).selectFirst("a.oidc-onward");
    if (link == null) {
      throw new AssertionError("leads nowhere: " + onward.statusCode());
    }
    return URI.create(link.attr("href"));
  }

  /** Says yes there; the path on the paper to which the browser is sent back. */
  public static String consent(HttpResponse<String> onward) {
    try {
      HttpResponse<Void> answer =
          HTTP.send(HttpRequest.newBuilder(page(onward)).build(), BodyHandlers.discarding());
      URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
      return back.getRawPath() + "?" + back.getRawQuery();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** There and back again. */
  public HttpResponse<String> login(TestBrowser browser, String text, String back) {
    return browser.get(
        consent(browser.post("/anmelden/oidc/" + key, "text", text, "zurueck", back)));
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
