package org.talblatt.platform.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A topic and who listens to it. An event is one buffer that all connections read from.
 *
 * <p>Between greeting somebody and counting them among the listeners something may be told: the
 * greeting has a number, and who was greeted with an older one is told the newest on joining.
 */
final class Channel {
  /** What newcomers are told, and how often something had been told before. */
  record Greeting(ByteBuffer bytes, long number) {}

  private final String topic;
  private final Set<StreamConnection> listeners = ConcurrentHashMap.newKeySet();
  private final CountDownLatch decided = new CountDownLatch(1);
  private volatile @Nullable Greeting greeting;
  private boolean ended;

  /** Listeners and those who wait to become one; guarded by the table of {@link Streams}. */
  int holders;

  Channel(String topic) {
    this.topic = topic;
  }

  String topic() {
    return topic;
  }

  int size() {
    return listeners.size();
  }

  /** Waits for the first greeting; null where there is nothing to hear, or nobody says in time. */
  @Nullable Greeting greeting(Duration patience) throws InterruptedException {
    boolean known = decided.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    return known ? greeting : null;
  }

  /** Whether it is known that there is nothing to hear. */
  boolean over() {
    return decided.getCount() == 0 && greeting == null;
  }

  /** The newest greeting, for who could not follow. */
  @Nullable ByteBuffer newest() {
    Greeting known = greeting;
    return known == null ? null : known.bytes().duplicate();
  }

  synchronized void greet(String text) {
    Greeting before = greeting;
    greeting = new Greeting(utf8(text), before == null ? 1 : before.number() + 1);
    decided.countDown();
  }

  synchronized void tell(String text, String newGreeting) {
    greet(newGreeting);
    ByteBuffer event = utf8(text);
    listeners.forEach(listener -> listener.send(event));
  }

  /** Tells a last thing, where there is one, and hangs up. */
  synchronized void end(@Nullable String last) {
    ended = true;
    greeting = null;
    decided.countDown();
    ByteBuffer event = utf8(last == null ? "" : last);
    listeners.forEach(listener -> listener.sendLast(event));
  }

  void beat(ByteBuffer heartbeat) {
    listeners.forEach(listener -> listener.beat(heartbeat));
  }

  /**
   * Counts somebody among the listeners.
   *
   * @param greeted the number of the greeting that they got
   */
  synchronized void join(StreamConnection listener, long greeted) {
    Greeting known = greeting;
    if (ended || known == null) {
      listener.close();
      return;
    }
    listeners.add(listener);
    if (known.number() != greeted) {
      listener.send(known.bytes());
    }
  }

  void leave(StreamConnection listener) {
    listeners.remove(listener);
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
  }
}
