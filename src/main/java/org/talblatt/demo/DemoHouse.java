package org.talblatt.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.paper.Actor;
import org.talblatt.paper.Papers;
import org.talblatt.platform.Settings;
import org.talblatt.widget.SiteCare;
import org.talblatt.widget.SiteForm;

/**
 * The house next door: the same machine by its other name, which to a browser is another site. Its
 * page shows the talk, signed in by its own word or by the paper's window.
 */
@Component
public class DemoHouse {
  static final String PATH = "/einbettung/beispiel";
  private static final String SLUG = "bergblick";
  private static final String NAME = "Bergblick";
  private static final String SECTION = "chronik";
  private static final int GOOD_FOR = 300;

  private final SiteCare care;
  private final Papers papers;
  private final Settings settings;
  private final Clock clock;
  private final AtomicReference<@Nullable String> secret = new AtomicReference<>();

  DemoHouse(SiteCare care, Papers papers, Settings settings, Clock clock) {
    this.care = care;
    this.papers = papers;
    this.settings = settings;
    this.clock = clock;
  }

  /** Lets the house in; with every start it gets a new secret, which nobody keeps. */
  public void open() {
    if (!papers.demo()) {
      return;
    }
    SiteForm form = new SiteForm(SLUG, NAME, origin(), SECTION, "", false);
    try {
      care.change(form, Actor.program());
    } catch (Failure notThereYet) {
      care.add(form, Actor.program());
    }
    secret.set(care.newSecret(SLUG, Actor.program()));
  }

  /** Where its page is, at its own name. */
  public String address() {
    return origin() + PATH;
  }

  /** The house's own origin: localhost by number, or the other way round. */
  String origin() {
    String own = settings.links().origin();
    return own.contains("localhost")
        ? own.replace("localhost", "127.0.0.1")
        : own.replaceFirst("//[^:/]+", "//localhost");
  }

  /** Its page, where the demo has opened it. */
  Optional<String> page(boolean member) {
    String key = secret.get();
    Links links = settings.links();
    return key == null
        ? Optional.empty()
        : Optional.of(
            """
            <!doctype html>
            <html lang="de"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Die Hütte bleibt im Winter offen – Bergblick</title>
            <style>
            body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.6 Georgia, serif; background: #fff; color: #222; }
            header { border-bottom: 4px solid #2f6f4f; font: 700 1.6rem sans-serif; }
            nav a { color: #1f5a3d; }
            talblatt-discussion { --gentian: #1f5a3d; }
            </style></head><body>
            <header>Bergblick</header>
            <nav><p><a href="%1$s">Ohne Anmeldung hier</a> · <a href="%1$s?als=mitglied">Als Mitglied des Hauses</a></p></nav>
            <main>
            <h1>Die Hütte bleibt im Winter offen</h1>
            <p>Diese Seite gehört einem anderen Haus. Der Artikel ist seiner, die Diskussion darunter führt „%2$s“: ein
            Skript und ein Element, sonst nichts.</p>
            <talblatt-discussion site="%3$s" article-key="huette" scheme="light" headline="Die Hütte bleibt im Winter offen"%4$s>
            <a href="%5$s?adresse=%6$s&amp;schluessel=huette&amp;titel=Die+H%%C3%%BCtte+bleibt+im+Winter+offen">Diskussion auf %2$s</a>
            </talblatt-discussion>
            </main>
            <script async src="%7$s"></script>
            </body></html>
            """
                .formatted(
                    PATH,
                    papers.current().name(),
                    SLUG,
                    member ? " sign-on=\"" + token(key) + "\"" : "",
                    links.absolute("/einbettung/" + SLUG),
                    address(),
                    links.absolute("/einbettung/talblatt.js")));
  }

  /** What the house's own server would sign for its member. */
  private String token(String key) {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", SLUG);
    claims.put("aud", settings.links().absolute("/").replaceFirst("/$", ""));
    claims.put("sub", "17");
    claims.put("name", "Vroni vom Bergblick");
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plusSeconds(GOOD_FOR).getEpochSecond());
    JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims));
    try {
      token.sign(new MACSigner(key.getBytes(StandardCharsets.US_ASCII)));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
