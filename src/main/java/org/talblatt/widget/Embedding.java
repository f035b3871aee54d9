package org.talblatt.widget;

import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.Failure;
import org.talblatt.identity.SessionToken;
import org.talblatt.identity.Token;
import org.talblatt.platform.text.Shortened;
import org.talblatt.platform.text.Storable;

/**
 * The door to writing from another house's page: what the page shows is exchanged for a pass that
 * is good for fifteen minutes, under this page, from this origin.
 */
@Service
class Embedding {
  private static final int LONGEST_HEADLINE = 300;

  private final SignOn signOn;
  private final Guests guests;
  private final Passes passes;
  private final SecureRandom random;

  Embedding(SignOn signOn, Guests guests, Passes passes, SecureRandom random) {
    this.signOn = signOn;
    this.guests = guests;
    this.passes = passes;
    this.random = random;
  }

  /** The page from which somebody writes, as it says of itself. */
  record Place(Site site, String origin, ForeignPage page, String headline, String language) {}

  /** What came of an exchange. */
  sealed interface Exchanged {
    /** A pass just made, the only time its secret is known. */
    record Admitted(String secret, SessionToken session) implements Exchanged {
      /** Kept out of logs. */
      @Override
      public String toString() {
        return "Admitted[***]";
      }
    }

    /** Somebody without an account here, who has to agree to the rules first. */
    record Stranger(String name) implements Exchanged {}
  }

  /**
   * Lets in whom the site vouches for.
   *
   * @param agreed to the house rules, needed from who has no account yet
   */
  @Transactional
  public Exchanged signOn(Place place, String token, boolean agreed) {
    SignOn.Vouched who = signOn.read(place.site(), token);
    Place named = named(place, who.page());
    Optional<SessionToken> known = guests.enter(place.site(), who);
    if (known.isEmpty() && !agreed) {
      return new Exchanged.Stranger(who.name());
    }
    if (!passes.firstUse(place.site().slug(), who.id(), who.until())) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "widget.token-used").typed("sign-on");
    }
    SessionToken session =
        known.orElseGet(() -> guests.register(place.site(), who, place.language()));
    return admitted(named, session, who.page().parts());
  }

  /** Lets in who has said yes in the login window. */
  @Transactional
  public Exchanged granted(Place place, String code) {
    SessionToken session =
        passes
            .useGrant(code, place.site().slug(), place.origin())
            .orElseThrow(() -> Failure.of(Failure.Kind.FORBIDDEN, "widget.grant-over"));
    return admitted(place, session, Pass.Signed.NOTHING);
  }

  /** Says yes in the login window: what the page is to be handed. */
  @Transactional
  public Token grant(SessionToken session, Site site, Origin origin) {
    Token code = Token.random(random);
    passes.putGrant(code, session, site.slug(), origin.value());
    return code;
  }

  /** What somebody may do who reads the talk on a page of ours, with nothing signed. */
  Pass plain(Site site, ForeignPage page, String headline, String language) {
    Place place = new Place(site, "", page, headline, language);
    return new Pass(site.slug(), "", page, headline(place), language, Pass.Signed.NOTHING);
  }

  @Transactional
  public void end(String secret) {
    passes.end(secret);
  }

  private Exchanged admitted(Place place, SessionToken session, Pass.Signed signed) {
    Token token = Token.random(random);
    Pass pass =
        new Pass(
            place.site().slug(),
            place.origin(),
            place.page(),
            headline(place),
            place.language(),
            signed);
    passes.put(token, session, pass);
    return new Exchanged.Admitted(token.secret(), session);
  }

  /** What the site signed about the page counts, and has to be about this one. */
  private static Place named(Place place, SignedPage signed) {
    return new Place(
        place.site(),
        place.origin(),
        signed.confirm(place.site(), place.page()),
        headline(place, signed),
        place.language());
  }

  /** Where talks begin under signed pages only, no reader thinks of their titles either. */
  private static String headline(Place place, SignedPage signed) {
    String fallback = place.site().pagesSigned() ? "" : place.headline();
    return Objects.requireNonNullElse(signed.headline(), fallback);
  }

  /** One line, not too long; the address where the page has no headline. */
  private static String headline(Place place) {
    String line = line(place.headline());
    return line == null
        ? place.page().address().replaceFirst("^https?://", "")
        : Shortened.marked(LONGEST_HEADLINE, line);
  }

  private static @Nullable String line(String typed) {
    String line = Storable.of(typed).replaceAll("[\\p{C}\\s]+", " ").strip();
    return line.isEmpty() ? null : line;
  }
}
