package org.talblatt.identity;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import talblatt.template.Templates;

/** What may stand between the first proof and the session: a code, or the wish to stay. */
@Controller
class SecondStepPages {
  private final PendingLogins pending;
  private final SecondStep step;
  private final SessionCookies cookies;
  private final Entrance entrance;
  private final ObjectProvider<ChangeOfMind> minds;
  private final ObjectProvider<StepOffer> offers;
  private final LoginWall wall;
  private final IdentityFrames frames;
  private final Templates templates;

  SecondStepPages(
      PendingLogins pending,
      SecondStep step,
      SessionCookies cookies,
      Entrance entrance,
      ObjectProvider<ChangeOfMind> minds,
      ObjectProvider<StepOffer> offers,
      LoginWall wall,
      IdentityFrames frames,
      Templates templates) {
    this.pending = pending;
    this.step = step;
    this.cookies = cookies;
    this.entrance = entrance;
    this.minds = minds;
    this.offers = offers;
    this.wall = wall;
    this.frames = frames;
    this.templates = templates;
  }

  /** A login that waits, with the secret of this browser. */
  private record Waiting(String secret, PendingLogins.Pending login) {
    Entry entry() {
      return login.entry();
    }

    boolean text() {
      return entry().goal().text();
    }
  }

  @GetMapping(Entrance.CODE_PATH)
  ResponseEntity<String> codeForm(HttpServletRequest request) {
    return waiting(request)
        .filter(each -> each.login().alive())
        .map(each -> codePage(200, each, null))
        .orElseGet(() -> tooLate(request));
  }

  @PostMapping(Entrance.CODE_PATH)
  ResponseEntity<String> code(
      @RequestParam(defaultValue = "") String code,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    Optional<Waiting> found = waiting(request).filter(each -> each.login().alive());
    if (found.isEmpty()) {
      return tooLate(request);
    }
    Waiting waiting = found.get();
    try {
      if (!code.isBlank() && !pending.tryOne(waiting.secret())) {
        return tooLate(request);
      }
      step.mustBe(waiting.entry().account(), code, request);
    } catch (Failure refused) {
      return refuse(waiting, refused);
    }
    return pending.end(waiting.secret())
        ? entrance.enter(waiting.entry().withCode(), old, request)
        : tooLate(request);
  }

  private ResponseEntity<String> refuse(Waiting waiting, Failure refused) {
    String sentence = frames.messages().get(refused.key(), refused.arguments());
    return refused.retryAfter() == null
        ? codePage(422, waiting, sentence)
        : frames.tooMany(refused, same -> codePage(429, waiting, same));
  }

  @GetMapping(Entrance.STAY_PATH)
  ResponseEntity<String> stayForm(HttpServletRequest request) {
    return waiting(request)
        .filter(each -> each.login().alive())
        .map(each -> stayPage())
        .orElseGet(() -> tooLate(request));
  }

  @PostMapping(Entrance.STAY_PATH)
  ResponseEntity<String> stay(Optional<SessionToken> old, HttpServletRequest request) {
    Optional<Waiting> found =
        waiting(request)
            .filter(each -> each.login().alive())
            .filter(each -> each.entry().factors() > 1 || !step.due(each.entry().account()))
            .filter(each -> pending.end(each.secret()));
    if (found.isEmpty()) {
      return tooLate(request);
    }
    Entry entry = found.get().entry();
    minds.stream().findAny().orElseThrow(Failure::notFound).stay(entry.account());
    return entrance.enter(entry, old, request);
  }

  private Optional<Waiting> waiting(HttpServletRequest request) {
    return cookies
        .step(request)
        .flatMap(secret -> pending.find(secret).map(found -> new Waiting(secret, found)));
  }

  /** The login from its start; where they came from and what they typed is not lost. */
  private ResponseEntity<String> tooLate(HttpServletRequest request) {
    String back = waiting(request).map(each -> each.entry().goal().back()).orElse("");
    LoginForm form = LoginForm.empty("", back);
    return wall.page(422, form.refused(frames.messages().get("factor.step-late")));
  }

  private ResponseEntity<String> codePage(int status, Waiting waiting, @Nullable String problem) {
    Entry entry = waiting.entry();
    List<Content> further =
        offers
            .orderedStream()
            .flatMap(
                each ->
                    each.offer(entry.account(), entry.goal().back(), frames.messages()).stream())
            .toList();
    String html =
        templates
            .identityFactorStep(frames.frame("factor.step-title"), waiting.text(), problem, further)
            .render();
    return IdentityFrames.answer(status, html);
  }

  private ResponseEntity<String> stayPage() {
    String html = templates.identityFactorStay(frames.frame("factor.stay-title")).render();
    return IdentityFrames.answer(200, html);
  }

  @PostMapping("/anmelden/abbrechen")
  ResponseEntity<Void> giveUp(HttpServletRequest request) {
    cookies.step(request).ifPresent(pending::end);
    HttpHeaders headers = new HttpHeaders();
    cookies.removeStep(headers);
    return IdentityFrames.seeOther("/anmelden").headers(headers).build();
  }
}
