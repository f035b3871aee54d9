package org.talblatt.platform.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * One listener: what is left of a request once its answer has begun. It has taken the connection
 * over from the web server's HTTP, whose parser and buffers are free again, and notices at once
 * when the other side hangs up.
 *
 * <p>At most one write is under way. Who has not taken it when the next event comes gets the
 * channel's newest greeting afterwards instead of what they missed; who has not taken it at the
 * second heartbeat is dropped.
 */
final class StreamConnection extends AbstractConnection implements Connection.UpgradeTo, Callback {
  private final Channel channel;
  private final long greeted;
  private final Consumer<StreamConnection> left;
  private final AtomicBoolean closed = new AtomicBoolean();
  private boolean writing;
  private boolean behind;
  private boolean last;
  private int missed;

  /**
   * @param greeted the number of the greeting that has been written
   * @param left called once, when it is closed for whatever reason
   */
  StreamConnection(
      EndPoint endPoint,
      Executor executor,
      Channel channel,
      long greeted,
      Consumer<StreamConnection> left) {
    super(endPoint, executor);
    this.channel = channel;
    this.greeted = greeted;
    this.left = left;
  }

  /** Whether it is closed because it could not follow. */
  boolean slow() {
    return missed > 1;
  }

  @Override
  public void onUpgradeTo(@Nullable ByteBuffer sentTooEarly) {
    if (sentTooEarly != null && sentTooEarly.hasRemaining()) {
      close();
    }
  }

  @Override
  public void onOpen() {
    super.onOpen();
    channel.join(this, greeted);
    if (!closed.get()) {
      tryFillInterested(new Hangup());
    }
  }

  /** Sets for how long nothing may move before the connection counts as broken. */
  void patience(Duration time) {
    getEndPoint().setIdleTimeout(time.toMillis());
  }

  void send(ByteBuffer shared) {
    synchronized (this) {
      if (writing) {
        behind = true;
        return;
      }
      writing = true;
    }
    getEndPoint().write(this, shared.duplicate());
  }

  void sendLast(ByteBuffer shared) {
    synchronized (this) {
      last = true;
      if (writing) {
        return;
      }
      writing = true;
    }
    getEndPoint().write(this, shared.duplicate());
  }

  void beat(ByteBuffer heartbeat) {
    synchronized (this) {
      if (!writing) {
        missed = 0;
        writing = true;
      } else if (++missed == 1) {
        return;
      }
    }
    if (slow()) {
      close();
    } else {
      getEndPoint().write(this, heartbeat.duplicate());
    }
  }

  @Override
  public void succeeded() {
    ByteBuffer newest = null;
    boolean done;
    synchronized (this) {
      done = last;
      newest = behind && !last ? channel.newest() : null;
      behind = false;
      writing = newest != null;
    }
    if (done) {
      close();
    } else if (newest != null) {
      getEndPoint().write(this, newest);
    }
  }

  @Override
  public void failed(Throwable broken) {
    close();
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  /** Something can be read: the other side hung up, or says what nobody listens to. */
  @Override
  public void onFillable() {
    try {
      if (getEndPoint().fill(BufferUtil.allocate(1)) == 0) {
        tryFillInterested(new Hangup());
        return;
      }
    } catch (IOException broken) {
      getEndPoint().close(broken);
      return;
    }
    close();
  }

  @Override
  public void onClose(@Nullable Throwable cause) {
    super.onClose(cause);
    gone();
  }

  @Override
  public void close() {
    super.close();
    gone();
  }

  private void gone() {
    if (closed.compareAndSet(false, true)) {
      channel.leave(this);
      left.accept(this);
    }
  }

  /** Waits for the end without holding a thread. */
  private final class Hangup implements Callback {
    @Override
    public void succeeded() {
      onFillable();
    }

    @Override
    public void failed(Throwable broken) {
      close();
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }
}
