package org.talblatt.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;

/** Whose business a section is: moderators may be there for some only. */
final class Sectioned {
  private Sectioned() {}

  /** The sections whose comments somebody sees here; null for all. A publisher reads everything. */
  static @Nullable List<String> of(Reader moderator) {
    if (moderator.rights().everywhere(Role.MODERATOR) || moderator.has(Role.PUBLISHER)) {
      return null;
    }
    return List.copyOf(moderator.rights().sections(Role.MODERATOR));
  }

  /** Refuses who does not moderate this section. */
  static void require(Reader moderator, String section) {
    moderator.require(Role.MODERATOR, section);
  }
}
