package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;

/** Lets somebody in whose identity is proved, and out again. */
@Component
class Entrance {
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
   * @param text key of a text typed before; it now waits for them under its article
   */
  <T> ResponseEntity<T> open(
      AccountId account,
      String name,
      String text,
      String back,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    old.ifPresent(sessions::close);
    Optional<ArticleId> article = text.isEmpty() ? Optional.empty() : texts.claim(text, account);
    String path = article.map(Links::personalView).orElse(back.isEmpty() ? "/" : back);
    HttpHeaders headers = new HttpHeaders();
    cookies.put(headers, sessions.open(account, device(request), false), name);
    return IdentityFrames.seeOther(path).headers(headers).build();
  }

  /** Ends the session; what the browser is to forget. */
  HttpHeaders close(Optional<SessionToken> session) {
    session.ifPresent(sessions::close);
    HttpHeaders headers = new HttpHeaders();
    cookies.remove(headers);
    return headers;
  }

  static String device(HttpServletRequest request) {
    String agent = request.getHeader(HttpHeaders.USER_AGENT);
    return agent == null ? "" : agent;
  }
}
