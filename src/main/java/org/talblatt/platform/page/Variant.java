package org.talblatt.platform.page;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * One packing of an answer, ready to be written.
 *
 * @param etag strong: made from these very bytes, so that no two packings share one
 * @param headers all of a full answer, with length and packing
 * @param unchanged those of a 304
 */
record Variant(
    Coding coding, ByteBuffer bytes, String etag, HttpFields headers, HttpFields unchanged) {

  /** The variant of an answer that carries {@code common} whatever its packing. */
  static Variant of(Coding coding, byte[] bytes, HttpFields common) {
    String etag = etag(bytes);
    HttpFields unchanged =
        HttpFields.build(common).add(new PreEncodedHttpField(HttpHeader.ETAG, etag)).asImmutable();
    HttpFields.Mutable headers =
        HttpFields.build(unchanged)
            .add(
                new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, Integer.toString(bytes.length)));
    if (coding.token != null) {
      headers.add(new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, coding.token));
    }
    return new Variant(
        coding, ByteBuffer.wrap(bytes).asReadOnlyBuffer(), etag, headers.asImmutable(), unchanged);
  }

  int size() {
    return bytes.remaining();
  }

  private static String etag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"'
          + Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22)
          + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
