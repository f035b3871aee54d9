package org.talblatt.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.Entrance;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.LoginForm;
import org.talblatt.identity.LoginWall;
import org.talblatt.identity.Proof;
import org.talblatt.identity.SessionToken;
import org.talblatt.identity.Whence;
import org.talblatt.platform.OidcProvider;
import org.talblatt.platform.Settings;
import org.talblatt.platform.http.ClientAddress;

/** The way to a provider and back. */
@Controller
@RequestMapping("/anmelden/oidc/{provider}")
class ProviderPages {
  private final OidcLogin login;
  private final ProviderCookie cookie;
  private final WayToProvider onward;
  private final Entrance entrance;
  private final LoginWall wall;
  private final IdentityFrames frames;
  private final ClientAddress addresses;
  private final Settings settings;

  ProviderPages(
      OidcLogin login,
      ProviderCookie cookie,
      WayToProvider onward,
      Entrance entrance,
      LoginWall wall,
      IdentityFrames frames,
      ClientAddress addresses,
      Settings settings) {
    this.login = login;
    this.cookie = cookie;
    this.onward = onward;
    this.entrance = entrance;
    this.wall = wall;
    this.frames = frames;
    this.addresses = addresses;
    this.settings = settings;
  }

  @PostMapping
  ResponseEntity<String> begin(
      @PathVariable String provider,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String zurueck,
      HttpServletRequest request) {
    OidcProvider partner = partner(provider);
    Whence whence = new Whence(text, zurueck);
    try {
      return onward.to(partner, login.begin(partner, whence, null, addresses.block(request)));
    } catch (Refused refused) {
      return refuse(partner, whence, refused);
    } catch (Failure refused) {
      LoginForm form = LoginForm.empty(whence.text(), whence.back());
      return frames.tooMany(refused, sentence -> wall.page(429, form.refused(sentence)));
    }
  }

  @GetMapping("/zurueck")
  ResponseEntity<String> answered(
      @PathVariable String provider,
      @RequestParam Map<String, String> fields,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    return arrive(partner(provider), fields, old, request);
  }

  /** Posted by the provider's page: no cookie counts but the one of this login. */
  @PostMapping("/zurueck")
  ResponseEntity<String> answeredByForm(
      @PathVariable String provider,
      @RequestParam Map<String, String> fields,
      HttpServletRequest request) {
    return arrive(partner(provider), fields, Optional.empty(), request);
  }

  private ResponseEntity<String> arrive(
      OidcProvider provider,
      Map<String, String> fields,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    Optional<Secret> secret = cookie.read(request);
    CodeExchange.Answer answer = CodeExchange.Answer.of(fields);
    try {
      OidcLogin.Arrival arrival = login.arrive(provider, secret, answer, addresses.block(request));
      return switch (arrival) {
        case OidcLogin.Arrival.Known(var account, var whence) ->
            without(entrance.admit(account, Proof.OIDC, whence, old, request));
        case OidcLogin.Arrival.Newcomer(var fresh, var whence) -> newcomer(fresh, whence);
        case OidcLogin.Arrival.Added added ->
            without(IdentityFrames.seeOther("/konto/anbieter?hinweis=verknuepft").build());
      };
    } catch (Refused refused) {
      Optional<Pending> begun = login.begun(secret);
      if (begun.flatMap(Pending::adding).isPresent()) {
        return IdentityFrames.seeOther(LinkPages.problem(provider, refused)).build();
      }
      return refuse(provider, begun.map(Pending::whence).orElse(Whence.NOWHERE), refused);
    }
  }

  private ResponseEntity<String> newcomer(Secret fresh, Whence whence) {
    HttpHeaders headers = new HttpHeaders();
    cookie.put(headers, fresh, false);
    // who came by our link to an address goes on proving it
    String next =
        whence.back().startsWith(ProvedAddressPages.PATH + "?")
            ? whence.back()
            : NewcomerPages.PATH;
    return IdentityFrames.seeOther(next).headers(headers).build();
  }

  private ResponseEntity<String> without(ResponseEntity<String> answer) {
    HttpHeaders headers = new HttpHeaders();
    headers.putAll(answer.getHeaders());
    cookie.remove(headers);
    return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
  }

  private ResponseEntity<String> refuse(OidcProvider provider, Whence whence, Refused refused) {
    LoginForm form = LoginForm.empty(whence.text(), whence.back());
    String sentence = frames.messages().get(refused.reason().message(), provider.name());
    int status = refused.reason() == Refused.Reason.UNREACHABLE ? 503 : 422;
    return wall.page(status, form.refused(sentence));
  }

  private OidcProvider partner(String key) {
    return settings.oidc().provider(key).orElseThrow(Failure::notFound);
  }
}
