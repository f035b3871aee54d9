package org.talblatt.platform.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Carries changes from the transactions that made them to the pages that show them. */
final class Purges implements PageChanges, AutoCloseable {
  private static final String COUNTS = "~";

  private final PageCache cache;
  private final PurgeSender others;
  private final OncePerSecond counts;
  private final Supplier<List<ChangeHearer>> hearers;

  /**
   * @param hearers asked with the first change; they may be made of what changes things
   */
  Purges(PageCache cache, PurgeSender others, Supplier<List<ChangeHearer>> hearers) {
    this.cache = cache;
    this.others = others;
    this.hearers = hearers;
    this.counts = new OncePerSecond(tag -> cache.purge(List.of(tag)));
  }

  @Override
  public void changed(Collection<String> tags) {
    tell(checked(tags));
  }

  @Override
  public void countsChanged(Collection<String> tags) {
    tell(checked(tags).stream().map(tag -> news(tag) ? tag : COUNTS.concat(tag)).toList());
  }

  @Override
  public long number() {
    return cache.purges();
  }

  @Override
  public long lastChange(String tag) {
    return cache.lastPurge(tag);
  }

  /** Purges this node's pages; the marks of a {@link PurgeMessage}, from wherever they come. */
  void here(Collection<String> marks) {
    List<String> changed = new ArrayList<>();
    for (String mark : marks) {
      if (mark.equals(Tags.ALL)) {
        cache.purgeAll();
      } else if (mark.startsWith(COUNTS)) {
        counts.ask(mark.substring(COUNTS.length()));
      } else if (!news(mark)) {
        changed.add(mark);
      }
    }
    if (!changed.isEmpty()) {
      cache.purge(changed);
    }
    hearers.get().forEach(hearer -> hearer.hear(marks));
  }

  private static boolean news(String mark) {
    return mark.startsWith(NEWS);
  }

  @Override
  public void close() {
    counts.close();
  }

  private void tell(List<String> marks) {
    Runnable telling =
        () -> {
          here(marks);
          others.tell(marks);
        };
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new AfterCommit(telling));
    } else {
      telling.run();
    }
  }

  private static List<String> checked(Collection<String> tags) {
    tags.forEach(Tags::check);
    return List.copyOf(tags);
  }

  /** First of all that happens after the commit, so that nobody renders what is about to go. */
  private record AfterCommit(Runnable telling) implements TransactionSynchronization {
    @Override
    public int getOrder() {
      return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void afterCommit() {
      telling.run();
    }

    @Override
    public void afterCompletion(int status) {
      // the connection broke during the commit: it may have happened
      if (status == STATUS_UNKNOWN) {
        telling.run();
      }
    }
  }
}
