package org.talblatt.desk.ways;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.desk.Delivered;
import org.talblatt.desk.Deliveries;

/**
 * The gate between the ways and the paper: a few files at once, in the order in which they come to
 * it. So a flood takes neither the readers' connections to the database nor the turn of a provider
 * who has one file.
 */
@Component
class Intake {
  private static final int AT_ONCE = 3;

  private final Deliveries deliveries;
  private final Semaphore gate = new Semaphore(AT_ONCE, true);

  Intake(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  /**
   * Takes a file in, as it was agreed with who sends it.
   *
   * @param provider null: as the file says
   */
  Delivered take(byte[] content, String name, @Nullable String provider)
      throws InterruptedException {
    gate.acquire();
    try {
      return deliveries.deliver(content, name, provider, false);
    } finally {
      gate.release();
    }
  }
}
