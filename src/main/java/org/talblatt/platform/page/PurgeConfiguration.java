package org.talblatt.platform.page;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** How changes travel between nodes. */
@Configuration
class PurgeConfiguration {
  /** New with every start. */
  private final String node = UUID.randomUUID().toString();

  /** A command on a fresh data folder makes its beans late: not before there are tables. */
  @Bean
  @DependsOnDatabaseInitialization
  PurgeSender purgeSender(DirectConnections connections) {
    return new PurgeSender(node, () -> connections.open("talblatt-purges"));
  }

  @Bean
  Purges purges(PageCache cache, PurgeSender sender, ObjectProvider<ChangeHearer> hearers) {
    return new Purges(cache, sender, SingletonSupplier.of(() -> hearers.orderedStream().toList()));
  }

  @Bean
  Hearing hearing() {
    return new Hearing(Hearing.PATIENCE);
  }

  @Bean
  PurgeListener purgeListener(DirectConnections connections, Purges purges, Hearing hearing) {
    return new PurgeListener(
        node,
        () -> connections.open("talblatt-listener"),
        purges::here,
        PurgeListener.LOG_COVERS,
        hearing);
  }

  /** Listens before the first request comes. A task without a web server keeps no pages. */
  @Bean
  SmartLifecycle listening(PurgeListener listener, PurgeSender sender) {
    return new SmartLifecycle() {
      private boolean running;

      @Override
      public void start() {
        listener.start();
        // what this node may have changed and not told before it crashed
        sender.tell(List.of(Tags.ALL));
        running = true;
      }

      @Override
      public void stop() {
        running = false;
      }

      @Override
      public boolean isRunning() {
        return running;
      }

      @Override
      public int getPhase() {
        return 0;
      }
    };
  }
}
