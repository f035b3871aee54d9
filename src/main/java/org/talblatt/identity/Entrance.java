package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;

/** Lets somebody in whose identity is proved, and out again. */
@Component
public class Entrance {
  private final Sessions sessions;
  private final SessionCookies cookies;
  private final KeptTexts texts;

  Entrance(Sessions sessions, SessionCookies cookies, KeptTexts texts) {
    this.sessions = sessions;
    this.cookies = cookies;
    this.texts = texts;
  }

  /**
   * Opens a session in place of the browser's old one and leads to where they came from.
   *
   * @param text key of a text typed before; it now waits for them in its form
   */
  public <T> ResponseEntity<T> open(
      AccountId account,
      String name,
      String text,
      String back,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    old.ifPresent(sessions::close);
    Optional<KeptText.Place> kept = text.isEmpty() ? Optional.empty() : texts.claim(text, account);
    String path = kept.map(KeptText.Place::path).orElse(back.isEmpty() ? "/" : back);
    HttpHeaders headers = new HttpHeaders();
    cookies.put(headers, sessions.open(account, device(request), false), name);
    return IdentityFrames.seeOther(path).headers(headers).build();
  }

  /**
   * A session just opened.
   *
   * @param secret for who sends it as a bearer token
   * @param cookies for a browser; none for a program
   */
  record Opened(Reader reader, String secret, HttpHeaders cookies) {}

  /** Opens a session for a program or a script. */
  Opened open(
      Login.Result.Welcome welcome,
      boolean bearer,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    old.ifPresent(sessions::close);
    Sessions.Fresh session = sessions.open(welcome.account(), device(request), bearer);
    HttpHeaders headers = new HttpHeaders();
    if (!bearer) {
      cookies.put(headers, session, welcome.name());
    }
    Reader reader =
        sessions
            .reader(new SessionToken(Token.hex(session.secret()), bearer))
            .orElseThrow(Failure::loginRequired);
    return new Opened(reader, session.secret(), headers);
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

  static String device(HttpServletRequest request) {
    String agent = request.getHeader(HttpHeaders.USER_AGENT);
    return agent == null ? "" : agent;
  }
}
