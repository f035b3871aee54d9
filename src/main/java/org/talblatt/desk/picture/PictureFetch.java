package org.talblatt.desk.picture;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.talblatt.platform.Settings;
import org.talblatt.platform.http.PublicAddress;

/**
 * Our way out to agencies' pictures: only to hosts that an administrator allowed, never to a
 * private address unless the settings say so, never led elsewhere, bounded in bytes and time.
 */
@Component
class PictureFetch {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int MOST = 25 << 20;

  private final WirePictures pictures;
  private final boolean inside;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  PictureFetch(WirePictures pictures, Settings settings) {
    this.pictures = pictures;
    this.inside = settings.wire().inside();
  }

  /** The file behind an address; its words say why where there is none. */
  byte[] file(URI address) throws IOException, InterruptedException {
    check(address);
    HttpResponse<InputStream> answer =
        http.send(
            HttpRequest.newBuilder(address).timeout(ANSWER).GET().build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new IOException("HTTP " + answer.statusCode());
      }
      byte[] file = body.readNBytes(MOST + 1);
      if (file.length > MOST) {
        throw new IOException("> 25 MB");
      }
      return file;
    }
  }

  private void check(URI address) throws IOException {
    String host = address.getHost();
    String named = String.valueOf(address.getRawAuthority()).toLowerCase(Locale.ROOT);
    if (host == null || address.getRawUserInfo() != null || !pictures.allowed(named)) {
      throw new IOException("host");
    }
    if (!inside) {
      for (InetAddress each : InetAddress.getAllByName(host)) {
        if (!PublicAddress.is(each)) {
          throw new IOException("private");
        }
      }
    }
  }
}
