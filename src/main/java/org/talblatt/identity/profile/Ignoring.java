package org.talblatt.identity.profile;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.Failure;
import org.talblatt.identity.IgnoredReaders;
import org.talblatt.identity.Reader;
import org.talblatt.identity.ReaderProfile;
import org.talblatt.identity.ReaderProfiles;

/** Not wanting to read somebody, and wanting to again. */
@Component
class Ignoring {
  /** A bound, not a limit that anybody should feel. */
  static final int MOST = 500;

  private final IgnoredReaders ignored;
  private final ReaderProfiles profiles;

  Ignoring(IgnoredReaders ignored, ReaderProfiles profiles) {
    this.ignored = ignored;
    this.profiles = profiles;
  }

  /**
   * Folds somebody's comments for this reader.
   *
   * @throws Failure where there is nobody of that name, it is the reader, or the list is full
   */
  @Transactional
  public void add(Reader reader, String name) {
    ReaderProfile other = profiles.named(name).orElseThrow(Failure::notFound);
    if (other.account().equals(reader.account())) {
      throw Failure.of(Failure.Kind.INVALID, "profile.ignore-self");
    }
    if (ignored.count(reader.account()) >= MOST) {
      throw Failure.of(Failure.Kind.INVALID, "profile.ignore-most", MOST);
    }
    ignored.add(reader.account(), other.account());
  }

  /** Shows somebody's comments again. */
  @Transactional
  public void remove(Reader reader, String name) {
    profiles.named(name).ifPresent(other -> ignored.remove(reader.account(), other.account()));
  }
}
