package org.talblatt.platform.stream;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;
import org.talblatt.platform.http.ClientAddress;

/** How many may listen on this machine. */
@Configuration
class StreamConfiguration {
  /** 1.4 kB of heap were measured; the rest is for what the kernel keeps of a connection. */
  private static final int BYTES_EACH = 8 << 10;

  private static final int MOST = 20_000;
  private static final int FEWEST_OF_BLOCK = 50;

  @Bean
  Streams streams() {
    return new Streams(Streams.HEARTBEAT);
  }

  /**
   * As many as fit into an eighth of the memory and half of the files that the process may open; a
   * tenth of them from one block of addresses, behind which a school or a mobile network may be.
   */
  @Bean
  Seats seats() {
    long most = Math.min(MOST, Runtime.getRuntime().maxMemory() / 8 / BYTES_EACH);
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      most = Math.min(most, unix.getMaxFileDescriptorCount() / 2);
    }
    return new Seats((int) most, (int) Math.max(FEWEST_OF_BLOCK, most / 10));
  }

  @Bean
  StreamFront streamFront(
      Streams streams, Seats seats, ClientAddress addresses, ObjectProvider<StreamRoute> routes) {
    return new StreamFront(
        streams, seats, addresses, SingletonSupplier.of(() -> routes.orderedStream().toList()));
  }

  @Bean
  StreamMetrics streamMetrics(Streams streams, Seats seats, StreamFront front) {
    return new StreamMetrics(streams, seats, front);
  }
}
