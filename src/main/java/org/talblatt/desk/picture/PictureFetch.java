package org.talblatt.desk.picture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Autowired;
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
  private final Duration longest;
  private final boolean inside;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  @Autowired
  PictureFetch(WirePictures pictures, Settings settings) {
    this(pictures, settings, ANSWER);
  }

  PictureFetch(WirePictures pictures, Settings settings, Duration longest) {
    this.longest = longest;
    this.pictures = pictures;
    this.inside = settings.wire().inside();
  }

  /** The file behind an address; its words say why where there is none. */
  byte[] file(URI address) throws IOException, InterruptedException {
    check(address);
    HttpResponse<byte[]> answer = whole(HttpRequest.newBuilder(address).GET().build());
    if (answer.statusCode() != 200) {
      throw new IOException("HTTP " + answer.statusCode());
    }
    return answer.body();
  }

  /** A request's own timeout ends with the headers; this one is for all of the answer. */
  private HttpResponse<byte[]> whole(HttpRequest request) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST));
    try {
      return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      throw new IOException("> " + longest, slow);
    } catch (ExecutionException broken) {
      throw new IOException(String.valueOf(broken.getCause()), broken);
    } finally {
      // whatever ended the waiting, nothing more is read
      answer.cancel(true);
    }
  }

  private void check(URI address) throws IOException {
    String host = address.getHost();
    String named = String.valueOf(address.getRawAuthority()).toLowerCase(Locale.ROOT);
    if (host == null || address.getRawUserInfo() != null || !pictures.allowed(named)) {
      throw new IOException("host");
    }
    if (!inside) {
      PublicAddress.require(host);
    }
  }
}
