package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;

/**
 * Lets somebody in whose identity is proved, and out again. The only place where sessions are
 * opened; whoever proved it, here is asked what the account admits.
 */
@Component
public class Entrance {
  private final Accounts accounts;
  private final Sessions sessions;
  private final SessionCookies cookies;
  private final KeptTexts texts;
  private final LoginWall wall;
  private final IdentityFrames frames;

  Entrance(
      Accounts accounts,
      Sessions sessions,
      SessionCookies cookies,
      KeptTexts texts,
      LoginWall wall,
      IdentityFrames frames) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.cookies = cookies;
    this.texts = texts;
    this.wall = wall;
    this.frames = frames;
  }

  /**
   * Lets them in: opens a session in place of the browser's old one and leads to where they came
   * from. A text that they had typed now waits for them in its form. Where the account doesn't
   * admit them the answer is the login page that says so.
   *
   * @param proof how they showed that the account is theirs
   */
  public ResponseEntity<String> admit(
      AccountId account,
      Proof proof,
      Whence whence,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    Account known = accounts.find(account).orElseThrow(Failure::loginRequired);
    if (!known.admitted()) {
      LoginForm form = LoginForm.empty(whence.text(), whence.back());
      return wall.page(422, form.refused(frames.messages().get("identity.login-closed")));
    }
    Optional<KeptText.Place> kept =
        whence.text().isEmpty() ? Optional.empty() : texts.claim(whence.text(), account);
    String path = kept.map(KeptText.Place::path).orElse(whence.back());
    return in(known.name(), new Opening(account, proof, Proved.factors(proof)), path, old, request);
  }

  /**
   * Gives a reader a new session in place of this one: they showed once more who they are, or their
   * rights have changed.
   *
   * @param proved how they have shown it; the reader's own where they haven't anew
   * @param back a path of ours to go on to
   */
  public ResponseEntity<String> renew(
      Reader reader,
      Proved proved,
      String back,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    Opening opening = new Opening(reader.account(), proved.proof(), proved.factors());
    return in(reader.name(), opening, BackPath.of(back), old, request);
  }

  private record Opening(AccountId account, Proof proof, int factors) {}

  private ResponseEntity<String> in(
      String name,
      Opening opening,
      String path,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    HttpHeaders headers = new HttpHeaders();
    cookies.put(headers, open(opening, false, old, request), name);
    return IdentityFrames.seeOther(path.isEmpty() ? "/" : path).headers(headers).build();
  }

  /**
   * A session just opened.
   *
   * @param secret for who sends it as a bearer token
   * @param cookies for a browser; none for a program
   */
  record Opened(Reader reader, String secret, HttpHeaders cookies) {}

  /**
   * Opens a session for a program or a script that showed the password.
   *
   * @throws Failure where the account doesn't admit them
   */
  Opened open(
      AccountId account, boolean bearer, Optional<SessionToken> old, HttpServletRequest request) {
    Account known = accounts.find(account).orElseThrow(Failure::loginRequired);
    if (!known.admitted()) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "identity.login-closed");
    }
    Sessions.Fresh session = open(new Opening(account, Proof.PASSWORD, 1), bearer, old, request);
    HttpHeaders headers = new HttpHeaders();
    if (!bearer) {
      cookies.put(headers, session, known.name());
    }
    Reader reader =
        sessions
            .reader(new SessionToken(Token.hex(session.secret()), bearer))
            .orElseThrow(Failure::loginRequired);
    return new Opened(reader, session.secret(), headers);
  }

  private Sessions.Fresh open(
      Opening opening, boolean bearer, Optional<SessionToken> old, HttpServletRequest request) {
    old.ifPresent(sessions::close);
    return sessions.open(
        opening.account(), device(request), bearer, opening.proof(), opening.factors());
  }

  /** Ends the session; what the browser is to forget. */
  HttpHeaders close(Optional<SessionToken> session) {
    session.ifPresent(sessions::close);
    HttpHeaders headers = new HttpHeaders();
    if (session.filter(SessionToken::bearer).isEmpty()) {
      cookies.remove(headers);
    }
    return headers;
  }

  private static String device(HttpServletRequest request) {
    String agent = request.getHeader(HttpHeaders.USER_AGENT);
    return agent == null ? "" : agent;
  }
}
