package org.talblatt.discussion;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.talblatt.identity.KeptText;

/** What makes a double click post once. */
final class Submission {
  private static final int BUCKET_SECONDS = 600;

  private Submission() {}

  /**
   * A script's own key; without a script the key of the form as it was drawn, or else its place and
   * ten minutes, in either case with the text: a form that the browser's "back" brings up again
   * posts what was typed anew.
   */
  static UUID of(
      @Nullable UUID given, KeptText.Place place, String text, Instant now, boolean scripted) {
    if (given != null && scripted) {
      return given;
    }
    String form =
        given == null
            ? place.article() + "/" + place.replyTo() + "/" + now.getEpochSecond() / BUCKET_SECONDS
            : given.toString();
    return UUID.nameUUIDFromBytes((form + "/" + text).getBytes(StandardCharsets.UTF_8));
  }
}
