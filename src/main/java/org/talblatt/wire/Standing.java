package org.talblatt.wire;

import org.jspecify.annotations.Nullable;

/**
 * Where an item stands after some of its versions came, in whatever order: the newest decides, and
 * a cancel is never forgotten.
 */
record Standing(VersionKey newest, WireItem.Status status, boolean everCanceled) {

  /** The standing once this version came, too; the same in every order of arrival. */
  static Standing after(@Nullable Standing before, VersionKey key, WireItem.Status status) {
    boolean cancels = status == WireItem.Status.CANCELED;
    if (before == null) {
      return new Standing(key, status, cancels);
    }
    boolean newer = key.compareTo(before.newest) > 0;
    return new Standing(
        newer ? key : before.newest,
        newer ? status : before.status,
        before.everCanceled || cancels);
  }
}
