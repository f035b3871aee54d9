package org.talblatt.identity.oidc;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.talblatt.platform.Settings;
import org.talblatt.platform.http.PublicAddress;

/**
 * Our way out to providers: bounded in time and bytes, never led elsewhere by a redirect, and never
 * to a private address, unless the settings say that providers live inside.
 */
@Component
class ProviderFetches implements ClientHttpRequestInterceptor {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 256 * 1024;

  private final boolean inside;
  private final JdkClientHttpRequestFactory requests;

  ProviderFetches(Settings settings) {
    inside = settings.oidc().inside();
    requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build());
    requests.setReadTimeout(ANSWER);
  }

  /** For descriptions and keys. */
  RestTemplate documents() {
    RestTemplate template = new RestTemplate(requests);
    template.setInterceptors(List.of(this));
    return template;
  }

  /** For what a provider tells about a person, where the token says too little. */
  RestTemplate userDetails() {
    RestTemplate template = documents();
    template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    return template;
  }

  /** For exchanging codes. */
  RestClient tokens() {
    return RestClient.builder()
        .requestFactory(requests)
        .requestInterceptor(this)
        .configureMessageConverters(
            all ->
                all.disableDefaults()
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    check(request.getURI());
    return new Bounded(execution.execute(request, body));
  }

  /** Fails where an address isn't one that we may fetch from. */
  void check(URI address) throws IOException {
    if (inside) {
      return;
    }
    if (!"https".equals(address.getScheme()) || address.getHost() == null) {
      throw new IOException("not https");
    }
    PublicAddress.require(address.getHost());
  }

  /** An answer of which no more is read than it may have. */
  private record Bounded(ClientHttpResponse whole) implements ClientHttpResponse {
    @Override
    public HttpStatusCode getStatusCode() throws IOException {
      return whole.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
      return whole.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
      return whole.getHeaders();
    }

    @Override
    public InputStream getBody() throws IOException {
      return new Counted(whole.getBody());
    }

    @Override
    public void close() {
      whole.close();
    }
  }

  private static final class Counted extends FilterInputStream {
    private int left = MOST_BYTES;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new IOException("too long an answer");
      }
    }
  }
}
