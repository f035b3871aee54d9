package org.talblatt;

import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.talblatt.platform.Settings;
import org.talblatt.platform.db.DataFolderLock;
import org.talblatt.platform.db.EmbeddedDatabase;

/** Starts database and paper on a data folder, and stops both in the right order. */
final class Launch {
  private static final Logger log = LoggerFactory.getLogger(Launch.class);

  private Launch() {}

  /**
   * Serves until the process is told to stop.
   *
   * @param ready called once pages are served
   * @return the exit code: 2 where another process holds the data folder or the port
   */
  static int serve(Settings settings, Consumer<ConfigurableApplicationContext> ready)
      throws Exception {
    DataFolderLock lock;
    try {
      lock = DataFolderLock.take(settings.data());
    } catch (DataFolderLock.InUse inUse) {
      System.err.println(inUse.getMessage());
      return 2;
    }
    EmbeddedDatabase database = EmbeddedDatabase.start(settings.data());
    try {
      ConfigurableApplicationContext paper = Application.start(settings, database.address());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(paper, database, lock), "stop"));
      ready.accept(paper);
    } catch (RuntimeException failed) {
      database.close();
      lock.close();
      if (NestedExceptionUtils.getMostSpecificCause(failed) instanceof BindException) {
        System.err.println(
            "Port %d ist schon belegt; --port wählt einen anderen.".formatted(settings.port()));
        return 2;
      }
      throw failed;
    }
    new CountDownLatch(1).await();
    return 0;
  }

  private static void stop(
      ConfigurableApplicationContext paper, EmbeddedDatabase database, DataFolderLock lock) {
    paper.close();
    try {
      database.close();
      lock.close();
    } catch (IOException e) {
      log.error("the database did not stop cleanly", e);
    }
  }
}
