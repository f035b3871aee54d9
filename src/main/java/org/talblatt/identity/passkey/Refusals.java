package org.talblatt.identity.passkey;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.platform.http.ErrorPages;
import org.talblatt.platform.http.Problem;
import org.talblatt.platform.text.Messages;

/** What went wrong, for a script that shows it to somebody whose language we know. */
@Component
class Refusals {
  private final ErrorPages words;

  Refusals(ErrorPages words) {
    this.words = words;
  }

  ResponseEntity<Problem> say(Failure refused, Reader reader) {
    Problem problem = Problem.of(refused, words);
    String sentence = Messages.of(reader.language()).get(refused.key(), refused.arguments());
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(problem.status())
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    if (refused.retryAfter() != null) {
      answer.header(HttpHeaders.RETRY_AFTER, Long.toString(refused.retryAfter().toSeconds()));
    }
    return answer.body(
        new Problem(problem.type(), problem.title(), problem.status(), sentence, problem.fields()));
  }
}
