package org.talblatt.platform.text;

import java.nio.charset.StandardCharsets;

/** Text that a database can hold: without zero characters and half ones. */
public final class Storable {
  private Storable() {}

  /** What can be held of a text; half characters become question marks. */
  public static String of(String text) {
    return whole(text).replace("\0", "");
  }

  /** Whether all of it can be held. */
  public static boolean is(String text) {
    return text.indexOf('\0') < 0 && text.equals(whole(text));
  }

  private static String whole(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
