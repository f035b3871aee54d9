package org.talblatt.identity;

import java.util.Set;

/** Who may reach an address. */
sealed interface Access {
  /** Everybody; the handler asks for the reader where it needs one. */
  record Anybody() implements Access {}

  /** Whoever is logged in. */
  record AnyReader() implements Access {}

  /** Whoever holds one of the roles, if only for one section; administrators hold all. */
  record Holder(Set<Role> roles) implements Access {
    Holder(Role... roles) {
      this(Set.of(roles));
    }
  }

  /** Whether this reader may; null is somebody not logged in. */
  default boolean admits(@org.jspecify.annotations.Nullable Reader reader) {
    return switch (this) {
      case Anybody all -> true;
      case AnyReader all -> reader != null;
      case Holder holder -> reader != null && holder.roles().stream().anyMatch(reader::has);
    };
  }
}
