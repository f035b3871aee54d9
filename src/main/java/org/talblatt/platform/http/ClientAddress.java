package org.talblatt.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.platform.Settings;

/** Where a request comes from, as far as limits need to know. */
@Component
public class ClientAddress {
  private static final int BYTES_V4 = 3;
  private static final int BYTES_V6 = 6;

  private final TrustedProxies proxies;

  /** Believes the proxies that the settings name. */
  public ClientAddress(Settings settings) {
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

  /**
   * As above, for who answers ahead of the servlets. This machine itself is no block: where it is a
   * proxy that nobody told us to trust, everybody comes from here.
   */
  public @Nullable String block(InetAddress remote, List<String> forwarded) {
    String client = proxies.client(remote.getHostAddress().replaceAll("%.*", ""), forwarded);
    return InetAddress.ofLiteral(client).isLoopbackAddress() ? null : block(client);
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
