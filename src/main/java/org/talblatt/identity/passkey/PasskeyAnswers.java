package org.talblatt.identity.passkey;

import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.talblatt.identity.Token;

/** What the script of passkeys gets: a question as JSON, or where to go on. */
final class PasskeyAnswers {
  private PasskeyAnswers() {}

  /** A path that the script goes to. */
  record Onward(String location) {}

  /** A question, and the cookie by which the browser is known when it answers. */
  static ResponseEntity<String> question(Object options, AskedBrowser browsers, Token browser) {
    HttpHeaders headers = new HttpHeaders();
    browsers.remember(headers, browser);
    headers.set(HttpHeaders.CACHE_CONTROL, "private, no-store");
    return ResponseEntity.ok()
        .headers(headers)
        .contentType(MediaType.APPLICATION_JSON)
        .body(RelyingParty.json(options));
  }

  /** Where somebody let in goes on, with their new session: scripts can't see where a 303 leads. */
  static ResponseEntity<Onward> onward(ResponseEntity<String> admitted) {
    HttpHeaders headers = new HttpHeaders();
    headers.addAll(
        HttpHeaders.SET_COOKIE, admitted.getHeaders().getOrEmpty(HttpHeaders.SET_COOKIE));
    headers.set(HttpHeaders.CACHE_CONTROL, "private, no-store");
    String location = Objects.requireNonNull(admitted.getHeaders().getFirst(HttpHeaders.LOCATION));
    return ResponseEntity.ok().headers(headers).body(new Onward(location));
  }
}
