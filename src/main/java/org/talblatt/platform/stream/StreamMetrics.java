package org.talblatt.platform.stream;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.LongAdder;

/** What open answers count, for those who watch over the program. */
record StreamMetrics(Streams streams, Seats seats, StreamFront front) implements MeterBinder {
  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("talblatt.streams.listeners", seats, Seats::taken)
        .description("readers who are told of new comments")
        .register(registry);
    Gauge.builder("talblatt.streams.most", seats, Seats::most)
        .description("how many may be, on this node")
        .register(registry);
    Gauge.builder("talblatt.streams.topics", streams, s -> s.topics().size())
        .description("articles that somebody listens to")
        .register(registry);
    count(registry, "told", "events sent, each to all of its listeners", streams.told);
    count(registry, "refused", "requests to listen for which there was no seat", front.refused);
    count(registry, "dropped", "listeners who could not follow", front.dropped);
  }

  private static void count(MeterRegistry registry, String name, String what, LongAdder counter) {
    FunctionCounter.builder("talblatt.streams." + name, counter, LongAdder::sum)
        .description(what)
        .register(registry);
  }
}
