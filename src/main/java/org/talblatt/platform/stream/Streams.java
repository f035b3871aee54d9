package org.talblatt.platform.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The door for those who have something to tell: each topic that is listened to on this node, and
 * what is said there. Texts are server-sent events, blank line included.
 */
public final class Streams implements SmartLifecycle {
  /** Proxies hang up on what is silent for a minute. */
  static final Duration HEARTBEAT = Duration.ofSeconds(20);

  private static final ByteBuffer BEAT =
      ByteBuffer.wrap(":\n\n".getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();

  private final Map<String, Channel> channels = new ConcurrentHashMap<>();
  private final Duration heartbeat;
  private volatile @Nullable ScheduledThreadPoolExecutor beating;

  final LongAdder told = new LongAdder();

  Streams(Duration heartbeat) {
    this.heartbeat = heartbeat;
  }

  /** Whether nobody listens to anything. */
  public boolean silent() {
    return channels.isEmpty();
  }

  /** Whether somebody listens to this topic, or is about to. */
  public boolean heard(String topic) {
    return channels.containsKey(topic);
  }

  /** All topics that somebody listens to, or is about to. */
  public Set<String> topics() {
    return Set.copyOf(channels.keySet());
  }

  /** How many connections hear this topic. */
  public int listeners(String topic) {
    Channel channel = channels.get(topic);
    return channel == null ? 0 : channel.size();
  }

  /** Says what newcomers to a topic are told first. */
  public void greet(String topic, String greeting) {
    Channel channel = channels.get(topic);
    if (channel != null) {
      channel.greet(greeting);
    }
  }

  /**
   * Tells all who listen to a topic.
   *
   * @param greeting what newcomers are told from now on, and who could not follow
   */
  public void tell(String topic, String event, String greeting) {
    Channel channel = channels.get(topic);
    if (channel != null) {
      told.increment();
      channel.tell(event, greeting);
    }
  }

  /** Hangs up on all who listen to a topic: there is nothing more to hear. */
  public void end(String topic, String last) {
    Channel channel = channels.remove(topic);
    if (channel != null) {
      channel.end(last);
    }
  }

  /**
   * Holds a channel for somebody who is about to listen.
   *
   * @param first called where nobody listened so far
   */
  Channel enter(String topic, Runnable first) {
    boolean[] opened = new boolean[1];
    Channel held =
        channels.compute(
            topic,
            (t, known) -> {
              opened[0] = known == null;
              Channel channel = known == null ? new Channel(topic) : known;
              channel.holders++;
              return channel;
            });
    if (opened[0]) {
      first.run();
    }
    return held;
  }

  /** The end of what {@link #enter} began; the last to leave takes the channel along. */
  void leave(Channel channel) {
    channels.computeIfPresent(
        channel.topic(), (t, known) -> known == channel && --channel.holders == 0 ? null : known);
  }

  void beat() {
    channels.values().forEach(channel -> channel.beat(BEAT));
  }

  @Override
  public void start() {
    ScheduledThreadPoolExecutor thread =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("stream-heartbeat").factory());
    var _ =
        thread.scheduleAtFixedRate(
            this::beat, heartbeat.toMillis(), heartbeat.toMillis(), TimeUnit.MILLISECONDS);
    beating = thread;
  }

  /** Hangs up on everybody: they come back by themselves, to another node or the next start. */
  @Override
  public void stop() {
    ScheduledThreadPoolExecutor thread = beating;
    beating = null;
    if (thread != null) {
      thread.shutdownNow();
    }
    for (String topic : topics()) {
      Channel channel = channels.remove(topic);
      if (channel != null) {
        channel.end(null);
      }
    }
  }

  @Override
  public boolean isRunning() {
    return beating != null;
  }

  /** Starts last and stops first: who shuts down does not wait for those who only listen. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE;
  }
}
