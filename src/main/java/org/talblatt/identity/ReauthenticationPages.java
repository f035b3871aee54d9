package org.talblatt.identity;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.platform.http.Asker;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.http.ErrorPages;
import org.talblatt.platform.http.Problem;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Where a reader shows once more who they are, before something that matters. */
@Controller
@ControllerAdvice
@RequestMapping(ReauthenticationPages.PATH)
class ReauthenticationPages {
  static final String PATH = "/konto/bestaetigen";

  private final Accounts accounts;
  private final PasswordReset passwords;
  private final LoginLinks links;
  private final Entrance entrance;
  private final ObjectProvider<ProofOffer> offers;
  private final IdentityFrames frames;
  private final Templates templates;
  private final ErrorPages words;
  private final ClientAddress addresses;

  ReauthenticationPages(
      Accounts accounts,
      PasswordReset passwords,
      LoginLinks links,
      Entrance entrance,
      ObjectProvider<ProofOffer> offers,
      IdentityFrames frames,
      Templates templates,
      ErrorPages words,
      ClientAddress addresses) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.links = links;
    this.entrance = entrance;
    this.offers = offers;
    this.frames = frames;
    this.templates = templates;
    this.words = words;
    this.addresses = addresses;
  }

  @ExceptionHandler
  ResponseEntity<Object> due(Reauthentication.Due due, HttpServletRequest request) {
    if (Asker.person(request)) {
      String path = due.secondFactor() ? secondFactor(due.back()) : path(due.back());
      return IdentityFrames.seeOther(path).build();
    }
    Failure failure =
        Failure.of(Failure.Kind.FORBIDDEN, "identity.proof-due").typed("reauthentication-required");
    return ResponseEntity.status(failure.kind().status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problem.of(failure, words));
  }

  /** The page that leads on to {@code back}. */
  static String path(String back) {
    return PATH + "?zurueck=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
  }

  /** The same for who has to show a second factor: the password again would not do. */
  static String secondFactor(String back) {
    return path(back) + "&stufe=2";
  }

  @GetMapping
  ResponseEntity<String> form(
      @RequestParam(defaultValue = "") String zurueck,
      @RequestParam(defaultValue = "") String stufe,
      @RequestParam(defaultValue = "") String hinweis,
      Reader reader) {
    String back = BackPath.of(zurueck);
    return hinweis.equals("link")
        ? page(200, reader, new Shown(back, false, true, null))
        : page(200, reader, new Shown(back, !stufe.equals("2"), false, null));
  }

  @PostMapping
  ResponseEntity<String> prove(
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String zurueck,
      Reader reader,
      Optional<SessionToken> session,
      HttpServletRequest request) {
    String back = BackPath.of(zurueck);
    try {
      passwords.know(reader.account(), password);
    } catch (Failure refused) {
      String sentence = Messages.of(reader.language()).get(refused.key(), refused.arguments());
      Shown shown = new Shown(back, true, false, sentence);
      ResponseEntity<String> page = page(refused.kind().status(), reader, shown);
      return refused.fields().isEmpty() ? frames.tooMany(refused, same -> page) : page;
    }
    return entrance.proved(reader, reader.proved().factors(), back, session, request);
  }

  /** For who has nothing else to show: a link to their address logs in anew and leads back. */
  @PostMapping("/link")
  ResponseEntity<String> mail(
      @RequestParam(defaultValue = "") String zurueck, Reader reader, HttpServletRequest request) {
    String back = BackPath.of(zurueck);
    Account account = accounts.find(reader.account()).orElseThrow(Failure::loginRequired);
    try {
      links.ask(account.email(), new Whence("", back), addresses.block(request));
    } catch (Failure refused) {
      return frames.tooMany(
          refused, sentence -> page(429, reader, new Shown(back, true, false, sentence)));
    }
    return IdentityFrames.seeOther(path(back) + "&hinweis=link").build();
  }

  /**
   * What the page shows.
   *
   * @param first whether the password will do
   * @param mailed whether a link is on its way
   */
  private record Shown(String back, boolean first, boolean mailed, @Nullable String problem) {}

  private ResponseEntity<String> page(int status, Reader reader, Shown shown) {
    Messages words = Messages.of(reader.language());
    String back = shown.back();
    boolean password =
        shown.first()
            && accounts.find(reader.account()).orElseThrow(Failure::loginRequired).hasPassword();
    List<Content> further =
        offers.orderedStream().flatMap(each -> each.offer(reader, back, words).stream()).toList();
    String html =
        templates
            .identityProve(
                frames.frame(reader, "identity.proof-title"),
                reader.name(),
                back,
                password,
                shown.mailed(),
                shown.problem(),
                further)
            .render();
    return IdentityFrames.answer(status, html);
  }
}
