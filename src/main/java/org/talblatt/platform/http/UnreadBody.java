package org.talblatt.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * The body of a request that is refused before anybody reads it. Left unread, the server cuts the
 * connection, and the browser shows its own error in place of our answer.
 */
public final class UnreadBody {
  private static final int MOST = 200_000;

  private UnreadBody() {}

  /** Reads it away, up to the size that forms have. */
  public static void skip(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() <= MOST) {
      var _ = request.getInputStream().readNBytes(MOST);
    }
  }
}
