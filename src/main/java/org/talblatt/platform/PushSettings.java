package org.talblatt.platform;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which browsers' push services we send to, if readers switch notifications on.
 *
 * @param services hosts; {@code *.example.org} stands for every host below; none = nothing is sent
 * @param inside whether they may be at private addresses and speak plain HTTP: for tests, and for a
 *     service of one's own
 */
public record PushSettings(List<String> services, boolean inside) {
  /** Of Chrome and its relatives, Firefox, Safari, Edge. */
  static final String USUAL =
      "fcm.googleapis.com, *.push.services.mozilla.com, *.push.apple.com, *.notify.windows.com";

  private static final Pattern HOST =
      Pattern.compile("(\\*\\.)?[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){0,9}");

  static PushSettings parse(String services, boolean inside) {
    List<String> hosts =
        services.equals("none")
            ? List.of()
            : Stream.of(services.split(",", -1)).map(String::strip).toList();
    hosts.forEach(PushSettings::check);
    return new PushSettings(hosts, inside);
  }

  private static void check(String host) {
    if (!HOST.matcher(host).matches()) {
      throw new IllegalArgumentException(
          "not a list like push.example.org, *.example.org, or none");
    }
  }

  /** Whether a message may go there. */
  public boolean allows(URI endpoint) {
    String host = endpoint.getHost();
    boolean scheme =
        "https".equals(endpoint.getScheme()) || (inside && "http".equals(endpoint.getScheme()));
    boolean port = inside || endpoint.getPort() == -1 || endpoint.getPort() == 443;
    return host != null
        && scheme
        && port
        && endpoint.getRawUserInfo() == null
        && services.stream().anyMatch(service -> covers(service, host));
  }

  private static boolean covers(String service, String host) {
    return service.startsWith("*.") ? host.endsWith(service.substring(1)) : host.equals(service);
  }
}
