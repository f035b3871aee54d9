package org.talblatt.platform.http;

import java.io.IOException;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.springframework.context.SmartLifecycle;
import org.talblatt.platform.CommandFailure;

/**
 * A small server of its own for {@link Watch}, on the loopback address: nothing of it can be
 * reached by the public port, and it answers while that one is busy or stopping.
 */
final class WatchPort implements SmartLifecycle {
  private final int port;
  private final Server server = new Server(new VirtualThreadPool());

  WatchPort(int port, Supplier<Watch> watch) {
    this.port = port;
    HttpConfiguration quietly = new HttpConfiguration();
    quietly.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(quietly));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            watch.get().answer(request, response, callback);
            return true;
          }
        });
  }

  @Override
  public void start() {
    try {
      server.start();
    } catch (IOException taken) {
      throw new CommandFailure(
          CommandFailure.BUSY,
          "Port %d is already in use; --watch-port takes another one.".formatted(port),
          taken);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean isRunning() {
    return server.isRunning();
  }

  /** Before the public port opens, and after it has been closed. */
  @Override
  public int getPhase() {
    return 0;
  }
}
