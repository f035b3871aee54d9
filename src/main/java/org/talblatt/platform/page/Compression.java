package org.talblatt.platform.page;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Packs bytes once, so that they are served many times. */
final class Compression {
  private static final Logger log = LoggerFactory.getLogger(Compression.class);

  /** A fifth of the time of 9 on a page of 60 kB, two percent larger. */
  private static final int GZIP_LEVEL = 5;

  /** Above it the time doubles for each percent gained. */
  private static final int BROTLI_QUALITY = 7;

  private static final boolean BROTLI = brotliAvailable();

  private Compression() {}

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 3 + 64);
    try (OutputStream out = new LeveledGzip(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Null where this machine has no native encoder: gzip then does for everybody. */
  static byte @Nullable [] brotli(byte[] bytes) {
    if (!BROTLI) {
      return null;
    }
    try {
      return Encoder.compress(bytes, new Encoder.Parameters().setQuality(BROTLI_QUALITY));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean brotliAvailable() {
    try {
      Brotli4jLoader.ensureAvailability();
      return true;
    } catch (UnsatisfiedLinkError missing) {
      log.warn("no Brotli on this machine, gzip does for everybody: {}", missing.getMessage());
      return false;
    }
  }

  private static final class LeveledGzip extends GZIPOutputStream {
    LeveledGzip(OutputStream out) throws IOException {
      super(out, 8192);
      def.setLevel(GZIP_LEVEL);
      def.setStrategy(Deflater.DEFAULT_STRATEGY);
    }
  }
}
