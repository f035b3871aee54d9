package org.talblatt.desk.ways;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.talblatt.base.Failure;
import org.talblatt.desk.Delivered;

/**
 * A few deliveries of each provider at once, counted before their bodies are read: so no provider
 * holds more than a few files in memory, nor the others' turn at the gate.
 */
@Component
class PushTurns {
  private static final int AT_ONCE = 2;

  private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();

  /** Reads a delivery and takes it in. */
  interface Turn {
    Delivered taken() throws IOException, InterruptedException;
  }

  /**
   * @param provider whose key was shown: whoever has none gets no turn
   */
  Delivered take(String provider, Turn turn) throws IOException, InterruptedException {
    Semaphore own = turns.computeIfAbsent(provider, name -> new Semaphore(AT_ONCE));
    if (!own.tryAcquire()) {
      throw Failure.tooMany(Duration.ofSeconds(1));
    }
    try {
      return turn.taken();
    } finally {
      own.release();
    }
  }
}
