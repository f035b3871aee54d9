package org.talblatt.notification.push;

import java.util.List;
import org.talblatt.platform.text.Times;

/**
 * The devices that show notifications.
 *
 * @param offered whether further ones can be switched on
 */
public record PushView(List<PushDevice> devices, boolean offered, Times times) {
  /** Whether the browser that asks is among them. */
  public boolean here() {
    return devices.stream().anyMatch(PushDevice::current);
  }
}
