package org.talblatt.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.talblatt.base.Failure;
import org.talblatt.platform.http.UnreadBody;
import org.talblatt.wire.WireReader;

/**
 * A file as it is sent over HTTP. No parameter is asked for by name: the server would look for it
 * in the body too where that calls itself a form, as curl's uploads do, and leave nothing of the
 * file.
 */
public final class DeliveryRequest {
  private DeliveryRequest() {}

  /** The file, byte for byte. */
  public static byte[] content(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      UnreadBody.skip(request);
      throw Failure.of(Failure.Kind.UNSUPPORTED_TYPE, "desk.no-form");
    }
    byte[] content = request.getInputStream().readNBytes(WireReader.MOST_BYTES + 1);
    if (content.length > WireReader.MOST_BYTES) {
      throw Failure.of(Failure.Kind.TOO_LARGE, "failure.too-large");
    }
    return content;
  }

  /** Whether texts are to be published at once, as the address says. */
  static boolean publish(HttpServletRequest request) {
    return switch (parameter(request.getQueryString())) {
      case "true", "1", "yes", "on" -> true;
      case "false", "0", "no", "off", "" -> false;
      default -> throw Failure.invalid("publish", "failure.unreadable");
    };
  }

  private static String parameter(@Nullable String query) {
    String value =
        UriComponentsBuilder.newInstance()
            .query(query == null ? "" : query)
            .build()
            .getQueryParams()
            .getFirst("publish");
    return value == null ? "" : value;
  }
}
