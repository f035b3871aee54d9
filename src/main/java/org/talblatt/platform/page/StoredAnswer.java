package org.talblatt.platform.page;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.http.SecurityHeaders;

/**
 * An answer held ready in every packing: written at once, by any number of threads, without a lock.
 * Brotli joins later, as it takes its time.
 */
final class StoredAnswer {
  /** Below it packing saves no packet. */
  private static final int WORTH_PACKING = 400;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

  private final int status;
  private final HttpFields common;
  private final Variant identity;
  private final @Nullable Variant gzip;
  private volatile @Nullable Variant brotli;

  private StoredAnswer(int status, HttpFields common, byte[] bytes) {
    this.status = status;
    this.common = common;
    this.identity = Variant.of(Coding.IDENTITY, bytes, common);
    this.gzip = smaller(Coding.GZIP, bytes.length < WORTH_PACKING ? null : Compression.gzip(bytes));
  }

  /** An answer of these bytes; gzip is made at once. */
  static StoredAnswer of(
      int status, String contentType, String cacheControl, @Nullable String location, byte[] body) {
    return of(status, contentType, cacheControl, location, body, false);
  }

  /**
   * As above.
   *
   * @param foreign whether pages of other houses may read it: any of them, so that the answer is
   *     the same for all and needs no {@code Vary: Origin}
   */
  static StoredAnswer of(
      int status,
      String contentType,
      String cacheControl,
      @Nullable String location,
      byte[] body,
      boolean foreign) {
    HttpFields.Mutable headers = HttpFields.build();
    SecurityHeaders.ALL.forEach((name, value) -> headers.add(new PreEncodedHttpField(name, value)));
    headers.add(new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, cacheControl));
    headers.add(new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding"));
    headers.add(new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, contentType));
    if (foreign) {
      headers.add(new PreEncodedHttpField("Access-Control-Allow-Origin", "*"));
      headers.add(new PreEncodedHttpField("Cross-Origin-Resource-Policy", "cross-origin"));
      headers.add(new PreEncodedHttpField("X-Robots-Tag", "noindex"));
    }
    if (location != null) {
      headers.add(new PreEncodedHttpField(HttpHeader.LOCATION, location));
    }
    return new StoredAnswer(status, headers.asImmutable(), body);
  }

  /** Adds the Brotli packing, where there is one and it is smaller than gzip's. */
  void packTighter() {
    Variant packed = gzip;
    if (packed != null && brotli == null) {
      byte[] plain = new byte[identity.size()];
      identity.bytes().duplicate().get(plain);
      byte[] tight = Compression.brotli(plain);
      brotli = tight != null && tight.length < packed.size() ? smaller(Coding.BROTLI, tight) : null;
    }
  }

  /** Bytes in memory, counting the Brotli packing that may yet come as large as gzip's. */
  int weight() {
    return identity.size() + (gzip == null ? 0 : 2 * gzip.size());
  }

  /** Writes the packing that suits the request, or 304 where the client holds it. */
  void write(Request request, Response response, Callback callback) {
    AcceptedCodings accepted = AcceptedCodings.of(all(request, HttpHeader.ACCEPT_ENCODING));
    Variant tight = brotli;
    Variant variant =
        switch (accepted.best(gzip != null, tight != null)) {
          case BROTLI -> or(tight);
          case GZIP -> or(gzip);
          case IDENTITY -> identity;
        };
    Variant held = status == 200 ? held(request, accepted, variant, tight) : null;
    if (held != null) {
      response.setStatus(304);
      response.getHeaders().add(held.unchanged());
      response.write(true, NOTHING, callback);
    } else {
      response.setStatus(status);
      response.getHeaders().add(variant.headers());
      boolean head = request.getMethod().equals("HEAD");
      response.write(true, head ? NOTHING : variant.bytes().duplicate(), callback);
    }
  }

  /**
   * The variant that the client says it holds. Any packing counts that it can still read, so that a
   * page keeps its 304 when Brotli joins; what it can't read any more would spoil a shared cache.
   */
  private @Nullable Variant held(
      Request request, AcceptedCodings accepted, Variant chosen, @Nullable Variant tight) {
    String known = all(request, HttpHeader.IF_NONE_MATCH);
    if (known == null) {
      return null;
    }
    if (known.strip().equals("*") || names(known, chosen)) {
      return chosen;
    }
    if (accepted.allows(Coding.BROTLI) && names(known, tight)) {
      return tight;
    }
    if (accepted.allows(Coding.GZIP) && names(known, gzip)) {
      return gzip;
    }
    return accepted.allows(Coding.IDENTITY) && names(known, identity) ? identity : null;
  }

  /** An entity tag has no quote inside, so a quoted one found in the list is an item of it. */
  private static boolean names(String list, @Nullable Variant variant) {
    return variant != null && list.contains(variant.etag());
  }

  private Variant or(@Nullable Variant packed) {
    return packed == null ? identity : packed;
  }

  private @Nullable Variant smaller(Coding coding, byte @Nullable [] packed) {
    return packed == null || packed.length >= identity.size()
        ? null
        : Variant.of(coding, packed, common);
  }

  /** A header's lines as one list; null where there is none. */
  private static @Nullable String all(Request request, HttpHeader header) {
    String value = null;
    for (HttpField field : request.getHeaders()) {
      if (field.getHeader() == header && field.getValue() != null) {
        value = value == null ? field.getValue() : value + "," + field.getValue();
      }
    }
    return value;
  }
}
