package org.talblatt.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.talblatt.base.Failure;

/**
 * No body may be larger than 64 kB: whoever isn't logged in would otherwise have us parse whatever
 * they send. Exempt are posted forms, which the server limits itself, and agency files and pictures
 * of readers and newsroom, which have a limit of their own and a login or key before it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class BodyLimit extends OncePerRequestFilter {
  static final int MOST = 64 * 1024;
  private static final Set<String> LIMITED_THEMSELVES =
      Set.of("/api/v1/wire", "/konto/bild", "/redaktion/bilder");
  private static final Pattern PUSHED = Pattern.compile("/api/v1/deliveries/[a-z0-9._-]{1,40}");
  private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS");

  private final HandlerExceptionResolver answers;

  BodyLimit(@Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
    this.answers = answers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    boolean form = type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    boolean posted = request.getMethod().equals("POST");
    return BODILESS.contains(request.getMethod())
        || (posted && form)
        || (posted && limitedItself(request.getRequestURI()));
  }

  private static boolean limitedItself(String path) {
    return LIMITED_THEMSELVES.contains(path) || PUSHED.matcher(path).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MOST) {
      UnreadBody.skip(request);
      answers.resolveException(request, response, null, tooLarge());
    } else {
      chain.doFilter(new Limited(request), response);
    }
  }

  private static Failure tooLarge() {
    return Failure.of(Failure.Kind.TOO_LARGE, "failure.too-large");
  }

  /** A request whose body ends in a refusal, where it didn't say before how large it is. */
  private static final class Limited extends HttpServletRequestWrapper {
    Limited(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counting(super.getInputStream());
    }
  }

  private static final class Counting extends ServletInputStream {
    private final ServletInputStream body;
    private int count;

    Counting(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int value = body.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = body.read(into, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int bytes) {
      count += bytes;
      if (count > MOST) {
        throw tooLarge();
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
