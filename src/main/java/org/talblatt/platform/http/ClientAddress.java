package org.talblatt.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import org.talblatt.platform.Settings;

/** Where a request comes from, as far as limits need to know. */
@Component
public class ClientAddress {
  private static final int BYTES_V4 = 3;
  private static final int BYTES_V6 = 6;

  private final TrustedProxies proxies;

  ClientAddress(Settings settings) {
    this.proxies = settings.proxies();
  }

  /**
   * The block of addresses that belong to one household or network: 24 bits of an IPv4 address, 48
   * of an IPv6 one. Who holds the connection counts, unless it is a proxy that we trust.
   */
  public String block(HttpServletRequest request) {
    String remote = request.getRemoteAddr().replaceAll("[\\[\\]]|%.*", "");
    List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
    return block(proxies.client(remote, forwarded));
  }

  static String block(String address) {
    byte[] all = InetAddress.ofLiteral(address).getAddress();
    byte[] kept = Arrays.copyOf(all, all.length == 4 ? BYTES_V4 : BYTES_V6);
    try {
      return InetAddress.getByAddress(Arrays.copyOf(kept, all.length)).getHostAddress();
    } catch (UnknownHostException lengthIsRight) {
      throw new IllegalStateException(lengthIsRight);
    }
  }
}
