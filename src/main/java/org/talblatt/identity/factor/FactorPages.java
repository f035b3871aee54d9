package org.talblatt.identity.factor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.Entrance;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Proved;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Reauthentication;
import org.talblatt.identity.SecondFactors;
import org.talblatt.identity.SecondStep;
import org.talblatt.identity.SessionToken;
import org.talblatt.paper.Actor;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Setting a device for codes up and removing it again, and its recovery codes. */
@Controller
@RequestMapping("/konto")
class FactorPages {
  private static final String SETUP = "/konto/zweiter-faktor";
  private static final String SECURITY = "/konto/sicherheit";

  private final Codes codes;
  private final SecondStep step;
  private final SecondFactors factors;
  private final Reauthentication proofs;
  private final Entrance entrance;
  private final IdentityFrames frames;
  private final Templates templates;

  FactorPages(
      Codes codes,
      SecondStep step,
      SecondFactors factors,
      Reauthentication proofs,
      Entrance entrance,
      IdentityFrames frames,
      Templates templates) {
    this.codes = codes;
    this.step = step;
    this.factors = factors;
    this.proofs = proofs;
    this.entrance = entrance;
    this.frames = frames;
    this.templates = templates;
  }

  @PostMapping("/zweiter-faktor")
  ResponseEntity<Void> begin(Reader reader) {
    proofs.require(reader, SECURITY);
    codes.begin(reader);
    return seeOther(SETUP);
  }

  @GetMapping("/zweiter-faktor")
  ResponseEntity<String> setup(Reader reader) {
    proofs.require(reader, SECURITY);
    return codes
        .begun(reader)
        .map(secret -> setupPage(200, reader, secret, null))
        .orElseGet(() -> IdentityFrames.seeOther(SECURITY).build());
  }

  @PostMapping("/zweiter-faktor/bestaetigen")
  ResponseEntity<String> confirm(
      @RequestParam(defaultValue = "") String code,
      Reader reader,
      Actor actor,
      Optional<SessionToken> session,
      HttpServletRequest request) {
    proofs.require(reader, SECURITY);
    Optional<TotpSecret> secret = codes.begun(reader);
    List<RecoveryCode> fresh;
    try {
      fresh = codes.confirm(reader, code, actor);
    } catch (Failure refused) {
      if (refused.fields().isEmpty() || secret.isEmpty()) {
        return IdentityFrames.seeOther(SECURITY).build();
      }
      String sentence = Messages.of(reader.language()).get(refused.key());
      return setupPage(422, reader, secret.get(), sentence);
    }
    Proved proved = new Proved(reader.proved().proof(), 2, reader.provedAt());
    return codesPage(reader, fresh, entrance.renewed(reader, proved, session, request));
  }

  @PostMapping("/zweiter-faktor/codes")
  ResponseEntity<String> renew(Reader reader, Actor actor) {
    proofs.require(reader, SECURITY);
    return codesPage(reader, codes.renew(reader, actor), HttpHeaders.EMPTY);
  }

  @PostMapping("/zweiter-faktor/entfernen")
  ResponseEntity<String> remove(
      Reader reader, Actor actor, Optional<SessionToken> session, HttpServletRequest request) {
    proofs.require(reader, SECURITY);
    codes.remove(reader, actor);
    int left = factors.has(reader.account()) ? reader.proved().factors() : 1;
    Proved proved = new Proved(reader.proved().proof(), left, reader.provedAt());
    return entrance.renew(reader, proved, SECURITY + "?hinweis=faktor", session, request);
  }

  @PostMapping("/bestaetigen/code")
  ResponseEntity<String> prove(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String zurueck,
      Reader reader,
      Optional<SessionToken> session,
      HttpServletRequest request) {
    try {
      step.mustBe(reader.account(), code, request);
    } catch (Failure refused) {
      return provePage(reader, zurueck, refused);
    }
    return entrance.proved(reader, 2, zurueck, session, request);
  }

  private ResponseEntity<String> provePage(Reader reader, String back, Failure refused) {
    Messages words = Messages.of(reader.language());
    int status = refused.retryAfter() == null ? 422 : 429;
    String html =
        templates
            .identityFactorProofPage(
                frames.frame(reader, "identity.proof-title"),
                back,
                words.get(refused.key(), refused.arguments()))
            .render();
    ResponseEntity<String> page = IdentityFrames.answer(status, html);
    return refused.retryAfter() == null ? page : frames.tooMany(refused, same -> page);
  }

  private ResponseEntity<String> setupPage(
      int status, Reader reader, TotpSecret secret, @Nullable String problem) {
    String address = secret.address(frames.paperName(), reader.name());
    SetupView view = new SetupView(QrCode.of(address), secret.readable(), address, problem);
    String html =
        templates.identityFactorSetup(frames.frame(reader, "factor.setup-title"), view).render();
    return IdentityFrames.answer(status, html);
  }

  private ResponseEntity<String> codesPage(
      Reader reader, List<RecoveryCode> fresh, HttpHeaders cookies) {
    List<String> texts = fresh.stream().map(RecoveryCode::text).toList();
    String html =
        templates.identityFactorCodes(frames.frame(reader, "factor.codes-title"), texts).render();
    ResponseEntity<String> page = IdentityFrames.answer(200, html);
    return ResponseEntity.ok().headers(page.getHeaders()).headers(cookies).body(html);
  }

  private static ResponseEntity<Void> seeOther(String path) {
    return IdentityFrames.seeOther(path).build();
  }
}
