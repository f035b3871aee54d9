package org.talblatt.identity;

/** Who may reach an address. */
sealed interface Access {
  /** Everybody; the handler asks for the reader where it needs one. */
  record Anybody() implements Access {}

  /** Whoever is logged in. */
  record AnyReader() implements Access {}

  /** Whoever holds the role; administrators hold all. */
  record Holder(Role role) implements Access {}

  /** Whether this reader may; null is somebody not logged in. */
  default boolean admits(@org.jspecify.annotations.Nullable Reader reader) {
    return switch (this) {
      case Anybody all -> true;
      case AnyReader all -> reader != null;
      case Holder holder -> reader != null && reader.has(holder.role());
    };
  }
}
