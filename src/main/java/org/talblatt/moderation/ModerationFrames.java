package org.talblatt.moderation;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.talblatt.base.Failure;
import org.talblatt.paper.Frame;
import org.talblatt.paper.Papers;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/** The frame of this room's pages, and the answer that carries one: never stored. */
@Component
class ModerationFrames {
  private final Papers papers;
  private final Settings settings;
  private final Clock clock;

  ModerationFrames(Papers papers, Settings settings, Clock clock) {
    this.papers = papers;
    this.settings = settings;
    this.clock = clock;
  }

  /** In the paper's language, for who is not logged in. */
  Messages words() {
    return Messages.of(papers.current().language());
  }

  Frame frame(Messages words, String titleKey) {
    return Frame.plain(papers.current(), words, words.get(titleKey));
  }

  Times times(Messages words) {
    return new Times(settings.zone(), words.locale());
  }

  Instant now() {
    return clock.instant();
  }

  static ResponseEntity<String> answer(int status, String html) {
    return ResponseEntity.status(status)
        .contentType(MediaType.valueOf("text/html;charset=utf-8"))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(html);
  }

  /** A form that was refused, with whatever the refusal says about when to try again. */
  static ResponseEntity<String> refused(Failure failure, String html) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(failure.kind().status())
            .contentType(MediaType.valueOf("text/html;charset=utf-8"))
            .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    if (failure.retryAfter() != null) {
      answer.header(
          HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, failure.retryAfter().toSeconds())));
    }
    return answer.body(html);
  }

  static ResponseEntity<String> seeOther(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(path))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }
}
