package org.talblatt.platform.stream;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.http.SecurityHeaders;

/**
 * Answers addresses of {@link StreamRoute}s, ahead of the servlets: no session, no filter. The
 * answer's length is unknown, so its end is the connection's; once it has begun, a {@link
 * StreamConnection} takes the connection over. All else passes through.
 */
public final class StreamFront extends Handler.Wrapper {
  /** How long somebody waits for the first word on a topic. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int SOONEST_RETRY = 2_000;
  private static final int LATEST_RETRY = 8_000;
  private static final HttpField LATER = new PreEncodedHttpField(HttpHeader.RETRY_AFTER, "60");
  private static final HttpFields HEADERS = headers();

  private final Streams streams;
  private final Seats seats;
  private final ClientAddress addresses;
  private final Supplier<List<StreamRoute>> routes;
  final LongAdder refused = new LongAdder();
  final LongAdder dropped = new LongAdder();

  /**
   * @param routes asked with the first request; the server is built before the program's parts are
   */
  StreamFront(
      Streams streams, Seats seats, ClientAddress addresses, Supplier<List<StreamRoute>> routes) {
    this.streams = streams;
    this.seats = seats;
    this.addresses = addresses;
    this.routes = routes;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getPath();
    if (path != null && request.getMethod().equals("GET")) {
      for (StreamRoute route : routes.get()) {
        String topic = route.topic(path);
        if (topic != null) {
          answer(route, topic, new Asked(request, response, callback));
          return true;
        }
      }
    }
    return super.handle(request, response, callback);
  }

  private record Asked(Request request, Response response, Callback callback) {
    void refuse(int status) {
      response.setStatus(status);
      SecurityHeaders.ALL.forEach(response.getHeaders()::put);
      response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
      response.write(true, ByteBuffer.allocate(0), callback);
    }

    /** Nothing to be told about: a page of somebody else's must not hold our connections. */
    boolean fromElsewhere() {
      String site = request.getHeaders().get("Sec-Fetch-Site");
      return "cross-site".equals(site) || "same-site".equals(site);
    }
  }

  private void answer(StreamRoute route, String topic, Asked asked) throws InterruptedException {
    if (asked.fromElsewhere()) {
      asked.refuse(403);
      return;
    }
    Runnable seat = streams.isRunning() ? seats.take(block(asked.request())) : null;
    if (seat == null) {
      refused.increment();
      asked.response().getHeaders().put(LATER);
      asked.refuse(503);
      return;
    }
    Channel channel = streams.enter(topic, () -> route.opened(topic));
    Runnable leave =
        () -> {
          streams.leave(channel);
          seat.run();
        };
    Channel.Greeting greeting = channel.greeting(PATIENCE);
    if (greeting == null) {
      leave.run();
      asked.refuse(channel.over() ? 404 : 503);
      return;
    }
    begin(asked, channel, greeting, leave);
  }

  private void begin(Asked asked, Channel channel, Channel.Greeting greeting, Runnable leave) {
    ConnectionMetaData connection = asked.request().getConnectionMetaData();
    EndPoint endPoint = connection.getConnection().getEndPoint();
    StreamConnection listener =
        new StreamConnection(
            endPoint,
            connection.getConnector().getExecutor(),
            channel,
            greeting.number(),
            closed -> {
              if (closed.slow()) {
                dropped.increment();
              }
              leave.run();
            });
    listener.patience(Streams.HEARTBEAT.multipliedBy(3));
    asked.request().setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, listener);
    asked.response().setStatus(200);
    asked.response().getHeaders().add(HEADERS);
    asked
        .response()
        .write(
            false,
            opening(greeting),
            Callback.from(
                asked.callback()::succeeded,
                broken -> {
                  listener.close();
                  asked.callback().failed(broken);
                }));
  }

  /** Each is told another time to come back after, so that a restart is not met by all at once. */
  private static ByteBuffer opening(Channel.Greeting greeting) {
    int retry = ThreadLocalRandom.current().nextInt(SOONEST_RETRY, LATEST_RETRY);
    byte[] line = ("retry: " + retry + "\n").getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(line.length + greeting.bytes().remaining())
        .put(line)
        .put(greeting.bytes().duplicate())
        .flip();
  }

  /** This machine itself stands for nobody: where it is a proxy, everybody comes from there. */
  private @Nullable String block(Request request) {
    if (!(request.getConnectionMetaData().getRemoteSocketAddress()
        instanceof InetSocketAddress remote)) {
      return null;
    }
    return addresses.block(
        remote.getAddress(), request.getHeaders().getValuesList("X-Forwarded-For"));
  }

  private static HttpFields headers() {
    HttpFields.Mutable headers = HttpFields.build();
    SecurityHeaders.ALL.forEach((name, value) -> headers.add(new PreEncodedHttpField(name, value)));
    headers.add(
        new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "text/event-stream;charset=utf-8"));
    headers.add(new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store, no-transform"));
    // nginx would gather what belongs to the reader now
    headers.add(new PreEncodedHttpField("X-Accel-Buffering", "no"));
    headers.add(new PreEncodedHttpField(HttpHeader.CONNECTION, "close"));
    return headers.asImmutable();
  }
}
