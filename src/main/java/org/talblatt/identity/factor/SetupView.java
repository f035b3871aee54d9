package org.talblatt.identity.factor;

import org.jspecify.annotations.Nullable;

/**
 * Somebody sets up a device.
 *
 * @param key for who types it in, in groups of four
 * @param address for who sets it up on this very device
 * @param problem what is wrong with the code; null for nothing
 */
public record SetupView(QrCode qr, String key, String address, @Nullable String problem) {
  /** Kept out of logs. */
  @Override
  public String toString() {
    return "SetupView[***]";
  }
}
