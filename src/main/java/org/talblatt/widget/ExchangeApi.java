package org.talblatt.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Sessions;
import org.talblatt.platform.text.Messages;

/**
 * Where a page gets its pass: for a token that its house signed, or for the login window's code.
 */
@RestController
class ExchangeApi {
  private final Sites sites;
  private final Embedding embedding;
  private final Sessions sessions;

  ExchangeApi(Sites sites, Embedding embedding, Sessions sessions) {
    this.sites = sites;
    this.embedding = embedding;
    this.sessions = sessions;
  }

  /** The page that asks, as it says of itself. */
  record PageJson(
      @Nullable String address,
      @Nullable String key,
      @Nullable String headline,
      @Nullable String language) {}

  /**
   * What is exchanged: one of {@code signOn} and {@code code}.
   *
   * @param agreed to the house rules, where somebody has no account yet
   */
  record Asked(
      @Nullable String site,
      @Nullable PageJson page,
      @Nullable String signOn,
      @Nullable String code,
      @Nullable Boolean agreed) {
    @Override
    public String toString() {
      return "Asked[***]";
    }
  }

  /**
   * The pass, or {@code agree} where somebody has no account yet and has to agree first.
   *
   * @param seconds how long it is good for
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Passed(String name, boolean agree, @Nullable String token, @Nullable Long seconds) {
    @Override
    public String toString() {
      return "Passed[***]";
    }
  }

  @PostMapping("/api/v1/embed/token")
  ResponseEntity<Passed> exchange(@RequestBody Asked asked, HttpServletRequest request) {
    Embedding.Place place = place(asked, request.getHeader(HttpHeaders.ORIGIN));
    Embedding.Exchanged exchanged;
    if (asked.signOn() != null) {
      exchanged = embedding.signOn(place, asked.signOn(), Boolean.TRUE.equals(asked.agreed()));
    } else if (asked.code() != null) {
      exchanged = embedding.granted(place, asked.code());
    } else {
      throw Failure.invalid("signOn", "widget.token-missing");
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(answer(exchanged));
  }

  private Passed answer(Embedding.Exchanged exchanged) {
    return switch (exchanged) {
      case Embedding.Exchanged.Stranger stranger -> new Passed(stranger.name(), true, null, null);
      case Embedding.Exchanged.Admitted admitted -> {
        Reader reader = sessions.reader(admitted.session()).orElseThrow(Failure::loginRequired);
        yield new Passed(reader.name(), false, admitted.secret(), Passes.GOOD_FOR.toSeconds());
      }
    };
  }

  /** Browsers say truly where a page is from; its address has to be from there too. */
  private Embedding.Place place(Asked asked, @Nullable String origin) {
    Site site =
        sites
            .find(asked.site() == null ? "" : asked.site())
            .orElseThrow(
                () ->
                    Failure.of(Failure.Kind.NOT_FOUND, "widget.site-unknown")
                        .typed("site-unknown"));
    PageJson page = asked.page();
    if (page == null || page.address() == null) {
      throw Failure.invalid("page", "widget.page-wrong");
    }
    if (origin == null || !site.allows(origin)) {
      throw Failure.of(
          Failure.Kind.FORBIDDEN, "widget.origin-not-allowed", origin == null ? "–" : origin);
    }
    String language = page.language();
    return new Embedding.Place(
        site,
        origin,
        ForeignPage.of(site, page.address(), page.key()),
        page.headline() == null ? "" : page.headline(),
        language != null && Messages.LANGUAGES.contains(language)
            ? language
            : Messages.LANGUAGES.getFirst());
  }
}
