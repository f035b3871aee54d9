package org.talblatt.identity;

import java.time.Duration;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.talblatt.base.Failure;
import org.talblatt.paper.Frame;
import org.talblatt.paper.Papers;
import org.talblatt.platform.text.Messages;

/** The frame of account pages, and the answer that carries one: never stored, not for robots. */
@Component
public class IdentityFrames {
  private final Papers papers;

  IdentityFrames(Papers papers) {
    this.papers = papers;
  }

  /** The words of the paper's language. */
  public Messages messages() {
    return Messages.of(papers.current().language());
  }

  /** What the paper is called. */
  public String paperName() {
    return papers.current().name();
  }

  /** A frame in the paper's language. */
  public Frame frame(String titleKey) {
    return Frame.plain(papers.current(), messages(), messages().get(titleKey));
  }

  /** A frame in the reader's language. */
  public Frame frame(Reader reader, String titleKey) {
    Messages messages = Messages.of(reader.language());
    return Frame.plain(papers.current(), messages, messages.get(titleKey));
  }

  /** A form that came too often, as the form with what was typed; any other failure goes on. */
  public ResponseEntity<String> tooMany(
      Failure refused, Function<String, ResponseEntity<String>> form) {
    if (refused.retryAfter() == null) {
      throw refused;
    }
    return answer(refused, form.apply(messages().get(refused.key(), refused.arguments())));
  }

  /** A page that says why something was refused, and where it came too often when to try again. */
  public static ResponseEntity<String> answer(Failure refused, ResponseEntity<String> page) {
    Duration wait = refused.retryAfter();
    return wait == null
        ? page
        : ResponseEntity.status(page.getStatusCode())
            .headers(page.getHeaders())
            .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())))
            .body(page.getBody());
  }

  /** A personal page: kept by nobody. */
  public static ResponseEntity<String> answer(int status, String html) {
    return ResponseEntity.status(status)
        .contentType(MediaType.valueOf("text/html;charset=utf-8"))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(html);
  }

  /** Leads on after a POST; kept by nobody. */
  public static ResponseEntity.BodyBuilder seeOther(String path) {
    return ResponseEntity.status(303)
        .header(HttpHeaders.LOCATION, path)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }
}
