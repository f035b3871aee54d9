package org.talblatt.wire;

import org.jspecify.annotations.Nullable;

/**
 * Where an item stands after some of its versions came, in whatever order: the newest decides, of
 * two that are equally new the stricter, and a cancel is never forgotten.
 */
record Standing(VersionKey newest, WireItem.Status status, boolean everCanceled) {

  /** The standing once this version came, too; the same in every order of arrival. */
  static Standing after(@Nullable Standing before, VersionKey key, WireItem.Status status) {
    boolean cancels = status == WireItem.Status.CANCELED;
    if (before == null) {
      return new Standing(key, status, cancels);
    }
    int order = key.compareTo(before.newest);
    boolean newer = order > 0 || (order == 0 && status.compareTo(before.status) > 0);
    return new Standing(
        newer ? key : before.newest,
        newer ? status : before.status,
        before.everCanceled || cancels);
  }

  /** Whether another version is shown now than before. */
  boolean showsOtherThan(Standing before) {
    return !newest.equals(before.newest) || status != before.status;
  }
}
