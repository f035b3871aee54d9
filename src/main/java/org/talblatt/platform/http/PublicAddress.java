package org.talblatt.platform.http;

import java.io.IOException;
import java.io.Serial;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Which addresses lie in the open: we fetch nothing from those inside a network. */
public final class PublicAddress {
  private static final int SITE_LOCAL_V6 = 0xfc;
  private static final int SITE_LOCAL_V6_MASK = 0xfe;
  private static final int SHARED_NET = 100;

  private PublicAddress() {}

  /** A host has an address inside a network. */
  public static final class Inside extends IOException {
    @Serial private static final long serialVersionUID = 1;

    private Inside() {
      super("a private address");
    }
  }

  /**
   * Refuses a host of which any address lies inside a network. The connection resolves the name
   * once more; Java answers that from what it learned here, as long as it remembers it (30 s,
   * unless set otherwise), so a name that changes after that is not caught. That is why callers
   * also ask only for hosts that an administrator named.
   */
  public static void require(String host) throws UnknownHostException, Inside {
    for (InetAddress each : InetAddress.getAllByName(host)) {
      if (!is(each)) {
        throw new Inside();
      }
    }
  }

  /** Whether everybody can reach it, as far as an address tells. */
  public static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean uniqueLocal = bytes.length > 4 && (bytes[0] & SITE_LOCAL_V6_MASK) == SITE_LOCAL_V6;
    boolean shared = bytes.length == 4 && bytes[0] == SHARED_NET && (bytes[1] & 0xc0) == 0x40;
    boolean thisNet = bytes.length == 4 && bytes[0] == 0;
    boolean reserved = bytes.length == 4 && reserved(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2]);
    boolean carriesV4 = bytes.length > 4 && carriesV4(bytes);
    return !(address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || uniqueLocal
        || shared
        || thisNet
        || reserved
        || carriesV4);
  }

  /** For protocols (192.0.0.0/24), measurements (198.18.0.0/15) and the future (240.0.0.0/4). */
  private static boolean reserved(int first, int second, byte third) {
    return (first == 192 && second == 0 && third == 0)
        || (first == 198 && (second & 0xfe) == 18)
        || first >= 240;
  }

  /** An address of the old kind inside one of the new: 64:ff9b::/96 and 2002::/16. */
  private static boolean carriesV4(byte[] bytes) {
    boolean translated =
        bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    return translated || sixToFour;
  }
}
