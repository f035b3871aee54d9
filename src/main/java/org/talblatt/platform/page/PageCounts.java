package org.talblatt.platform.page;

import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** What the cache counts of itself, since the start. */
@Component
final class PageCounts {
  /** Requests answered from memory. */
  final LongAdder hits = new LongAdder();

  /** Pages made. */
  final LongAdder renders = new LongAdder();

  /** Renders that ended in an error page. */
  final LongAdder failures = new LongAdder();

  /** Requests that waited for a page that another one had made. */
  final LongAdder waits = new LongAdder();

  /** Pages made and answered, but not kept. */
  final LongAdder unkept = new LongAdder();

  /** Pages dropped because what they show had changed. */
  final LongAdder purged = new LongAdder();

  /** Pages dropped because memory is bounded. */
  final LongAdder evicted = new LongAdder();
}
