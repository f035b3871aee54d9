package org.talblatt.platform.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;

/**
 * What those ask who watch over the program: {@code /health/live} (is it worth keeping), {@code
 * /health/ready} (should it get requests) and {@code /metrics} for Prometheus.
 */
record Watch(
    PrometheusMeterRegistry metrics, ApplicationAvailability availability, DataSource database) {
  private static final Logger log = LoggerFactory.getLogger(Watch.class);

  private static final String TEXT = "text/plain;charset=utf-8";
  private static final String PROMETHEUS = "text/plain;version=0.0.4;charset=utf-8";
  private static final int PATIENCE_SECONDS = 2;

  void answer(Request request, Response response, Callback callback) {
    switch (String.valueOf(request.getHttpURI().getPath())) {
      case "/health/live" ->
          write(live() ? 200 : 503, TEXT, live() ? "live" : "broken", response, callback);
      case "/health/ready" -> ready(response, callback);
      case "/metrics" -> write(200, PROMETHEUS, metrics.scrape(), response, callback);
      default -> write(404, TEXT, "/health/live, /health/ready, /metrics", response, callback);
    }
  }

  private boolean live() {
    return availability.getLivenessState() == LivenessState.CORRECT;
  }

  private void ready(Response response, Callback callback) {
    if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
      write(503, TEXT, "starting or stopping", response, callback);
    } else if (!databaseAnswers()) {
      write(503, TEXT, "no database", response, callback);
    } else {
      write(200, TEXT, "ready", response, callback);
    }
  }

  private boolean databaseAnswers() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException e) {
      log.warn("not ready: {}", e.getMessage());
      return false;
    }
  }

  private static void write(
      int status, String type, String text, Response response, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
  }
}
