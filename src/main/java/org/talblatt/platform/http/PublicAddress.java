package org.talblatt.platform.http;

import java.net.InetAddress;

/** Which addresses lie in the open: we fetch nothing from those inside a network. */
public final class PublicAddress {
  private static final int SITE_LOCAL_V6 = 0xfc;
  private static final int SITE_LOCAL_V6_MASK = 0xfe;
  private static final int SHARED_NET = 100;

  private PublicAddress() {}

  /** Whether everybody can reach it, as far as an address tells. */
  public static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean uniqueLocal = bytes.length > 4 && (bytes[0] & SITE_LOCAL_V6_MASK) == SITE_LOCAL_V6;
    boolean shared = bytes.length == 4 && bytes[0] == SHARED_NET && (bytes[1] & 0xc0) == 0x40;
    boolean thisNet = bytes.length == 4 && bytes[0] == 0;
    return !(address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || uniqueLocal
        || shared
        || thisNet);
  }
}
