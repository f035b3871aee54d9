package org.talblatt.identity.profile;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.talblatt.base.Failure;
import org.talblatt.picture.Square;

/**
 * The one form that brings a file. Such bodies are read nowhere else in the program: the server is
 * told for this request alone how, and only once it is known who sends it. Nothing is written to a
 * disk.
 */
final class PictureUpload {
  static final String FIELD = "picture";

  /** Room for what stands around the file. */
  private static final int FRAME = 16 * 1024;

  private static final int MOST = Square.LONGEST_FILE + FRAME;

  /** So much is read away, so that who sends a photo as it is sees our answer, not a broken one. */
  private static final int PATIENCE = 40 << 20;

  private static final MultipartConfigElement LIMITS =
      new MultipartConfigElement("", Square.LONGEST_FILE, MOST, MOST);

  private PictureUpload() {}

  /**
   * The file in the form.
   *
   * @throws Failure where there is none, or it is too large
   */
  static byte[] file(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      throw missing();
    }
    if (request.getContentLengthLong() > MOST) {
      readAway(request);
      throw tooLarge();
    }
    request.setAttribute(ServletContextRequest.MULTIPART_CONFIG_ELEMENT, LIMITS);
    try {
      return content(request.getPart(FIELD));
    } catch (ServletException | IllegalStateException | IOException wrong) {
      // of a length that nobody knew beforehand, or no form at all
      throw request.getContentLengthLong() < 0 ? tooLarge() : missing();
    }
  }

  private static byte[] content(@org.jspecify.annotations.Nullable Part part) throws IOException {
    if (part == null || part.getSize() == 0) {
      throw missing();
    }
    try (InputStream in = part.getInputStream()) {
      return in.readAllBytes();
    } finally {
      part.delete();
    }
  }

  private static void readAway(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() <= PATIENCE) {
      request.getInputStream().skipNBytes(request.getContentLengthLong());
    }
  }

  private static Failure missing() {
    return Failure.invalid(FIELD, "profile.picture-missing");
  }

  private static Failure tooLarge() {
    return Failure.of(Failure.Kind.TOO_LARGE, "picture.file-too-large", Square.LONGEST_FILE >> 20);
  }
}
