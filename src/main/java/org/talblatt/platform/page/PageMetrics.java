package org.talblatt.platform.page;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** What the cache counts, for those who watch over it. */
@Component
record PageMetrics(PageCounts counts, PageStore store, PurgeListener listener)
    implements MeterBinder {

  @Override
  public void bindTo(MeterRegistry registry) {
    count(registry, "hits", "requests answered from memory", counts.hits);
    count(registry, "renders", "pages made", counts.renders);
    count(registry, "failures", "renders that ended in an error page", counts.failures);
    count(registry, "waits", "requests that waited for another one's render", counts.waits);
    count(registry, "unkept", "pages made and not kept", counts.unkept);
    count(registry, "purged", "pages dropped because something on them changed", counts.purged);
    count(registry, "evicted", "pages dropped for lack of memory", counts.evicted);
    Gauge.builder("talblatt.pages.kept", store, PageStore::size).register(registry);
    Gauge.builder("talblatt.pages.bytes", store, PageStore::weight).register(registry);
    Gauge.builder("talblatt.pages.listening", listener, l -> l.listening() ? 1 : 0)
        .description("whether purges of other nodes are heard")
        .register(registry);
  }

  private static void count(MeterRegistry registry, String name, String what, LongAdder counter) {
    FunctionCounter.builder("talblatt.pages." + name, counter, LongAdder::sum)
        .description(what)
        .register(registry);
  }
}
