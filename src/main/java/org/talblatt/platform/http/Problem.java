package org.talblatt.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.talblatt.base.Failure;

/**
 * A failure as programs read it (RFC 9457).
 *
 * @param detail one sentence in the paper's language
 * @param fields what is wrong with each refused field, by name
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> fields) {
  /** Its media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPES = "https://talblatt.org/problems/";

  /** The problem that this failure is, in the words of these pages. */
  public static Problem of(Failure failure, ErrorPages words) {
    return new Problem(
        TYPES + failure.problem(),
        failure.problem().replace('-', ' '),
        failure.kind().status(),
        words.sentence(failure),
        words.fields(failure));
  }
}
