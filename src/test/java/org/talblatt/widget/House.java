package org.talblatt.widget;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.paper.Actor;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestPaper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another house, with pages that show the talk: what its server signs and its pages ask. */
public final class House {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestPaper paper;
  private final String slug;
  private final String origin;
  private final String secret;

  private House(TestPaper paper, String slug, String origin, String secret) {
    this.paper = paper;
    this.slug = slug;
    this.origin = origin;
    this.secret = secret;
  }

  /** A house that the paper's administrator has let in. */
  public static House open(TestPaper paper, String slug, String origin) {
    return open(paper, slug, origin, false);
  }

  /** As above; a talk may begin only under pages that the house signs. */
  public static House open(TestPaper paper, String slug, String origin, boolean signedPages) {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
    SiteCare care = paper.door(SiteCare.class);
    care.add(
        new SiteForm(slug, "Haus " + slug, origin, "politik", "p", signedPages), Actor.program());
    return new House(paper, slug, origin, care.newSecret(slug, Actor.program()));
  }

  /** As it is after its administrator took a new secret. */
  House withNewSecret() {
    String fresh = paper.door(SiteCare.class).newSecret(slug, Actor.program());
    return new House(paper, slug, origin, fresh);
  }

  public String slug() {
    return slug;
  }

  public String origin() {
    return origin;
  }

  /** The claims of a good token. */
  public Map<String, Object> claims(String subject, String name) {
    Instant now = paper.door(Clock.class).instant();
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", slug);
    claims.put("aud", paper.settings().url().toString());
    claims.put("sub", subject);
    claims.put("name", name);
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plusSeconds(300).getEpochSecond());
    return claims;
  }

  public String sign(Map<String, Object> claims) {
    try {
      JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims));
      token.sign(new MACSigner(secret.getBytes(StandardCharsets.US_ASCII)));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public fragment's address. */
  public String fragment(String path, @Nullable String key, String query) {
    return "/einbettung/"
        + slug
        + "/"
        + encoded(origin + path)
        + (key == null ? "" : "/" + encoded(key))
        + query;
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Asks for a pass, from the house's own origin. */
  public HttpResponse<String> exchange(String path, Map<String, Object> shown) {
    return exchange(origin, path, shown);
  }

  public HttpResponse<String> exchange(String from, String path, Map<String, Object> shown) {
    Map<String, Object> body = new HashMap<>(shown);
    body.put("site", slug);
    Map<String, Object> page = new HashMap<>();
    page.put("address", origin + path);
    page.put("headline", "Seite " + path);
    page.put("key", body.remove("key"));
    body.put("page", page);
    return call(from, null, "POST", "token", JSON.writeValueAsString(body));
  }

  /** A pass for a reader of the house, who agrees to the rules where that is needed. */
  public String pass(String subject, String name, String path) {
    HttpResponse<String> answer =
        exchange(path, Map.of("signOn", sign(claims(subject, name)), "agreed", true));
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
    return json(answer).get("token").asString();
  }

  /** What a page of the house calls with its pass. */
  public HttpResponse<String> call(@Nullable String pass, String method, String path, String body) {
    return call(origin, pass, method, path, body);
  }

  public HttpResponse<String> call(
      String from, @Nullable String pass, String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(paper.url("/api/v1/embed/" + path))
            .header("Accept", "application/json")
            .header("Sec-Fetch-Site", "cross-site")
            .header("Origin", from)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (pass != null) {
      request.header("Authorization", "Bearer " + pass);
    }
    return new TestBrowser(paper).send(request);
  }

  public static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }
}
