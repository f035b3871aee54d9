package org.talblatt.desk.picture;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.talblatt.base.Failure;

/**
 * Files in a form of the newsroom's. The server is told for this request alone how to read them,
 * and only once it is known who sends it. Nothing is written to a disk before it was looked at.
 */
final class Upload {
  static final String FIELD = "bild";

  private static final int LONGEST_FILE = 25 << 20;

  /** A few photos as a camera makes them, or many as agencies send them. */
  private static final int MOST = 60 << 20;

  private static final int MOST_FILES = 30;
  private static final MultipartConfigElement LIMITS =
      new MultipartConfigElement("", LONGEST_FILE, MOST, MOST);

  private Upload() {}

  /** A file as it was sent. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Sent(String name, byte[] content) {}

  /**
   * The files in the form.
   *
   * @throws Failure where there are none, or they are too large together
   */
  static List<Sent> files(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      throw missing();
    }
    if (request.getContentLengthLong() > MOST) {
      request.getInputStream().skipNBytes(Math.min(request.getContentLengthLong(), 2L * MOST));
      throw tooLarge();
    }
    request.setAttribute(ServletContextRequest.MULTIPART_CONFIG_ELEMENT, LIMITS);
    try {
      return sent(request);
    } catch (ServletException | IllegalStateException | IOException broken) {
      throw tooLarge();
    }
  }

  private static List<Sent> sent(HttpServletRequest request) throws IOException, ServletException {
    List<Sent> files = new ArrayList<>();
    for (Part part : request.getParts()) {
      if (part.getName().equals(FIELD) && part.getSize() > 0) {
        try (InputStream in = part.getInputStream()) {
          files.add(new Sent(name(part.getSubmittedFileName()), in.readAllBytes()));
        }
      }
      part.delete();
    }
    if (files.isEmpty() || files.size() > MOST_FILES) {
      throw missing();
    }
    return files;
  }

  private static String name(@org.jspecify.annotations.Nullable String given) {
    String name = given == null ? "" : given.replaceAll(".*[/\\\\]|\\p{Cntrl}", "");
    return name.substring(0, Math.min(name.length(), 120));
  }

  private static Failure missing() {
    return Failure.invalid(FIELD, "pictures.no-file", MOST_FILES);
  }

  private static Failure tooLarge() {
    return Failure.of(Failure.Kind.TOO_LARGE, "pictures.too-large", LONGEST_FILE >> 20, MOST >> 20);
  }
}
