package org.talblatt.platform.page;

import org.jspecify.annotations.Nullable;

/** How an answer's bytes are packed for the way. */
enum Coding {
  IDENTITY(null),
  GZIP("gzip"),
  BROTLI("br");

  /** Its name in {@code Content-Encoding}; null where there is none to name. */
  final @Nullable String token;

  Coding(@Nullable String token) {
    this.token = token;
  }
}
