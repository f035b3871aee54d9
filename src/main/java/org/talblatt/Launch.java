package org.talblatt;

import java.net.BindException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.talblatt.platform.CommandFailure;
import org.talblatt.platform.Settings;
import org.talblatt.platform.db.DataFolderLock;
import org.talblatt.platform.db.DatabaseAddress;
import org.talblatt.platform.db.DatabaseCheck;
import org.talblatt.platform.db.EmbeddedDatabase;

/** Starts database and paper on a data folder, and stops both in the right order. */
final class Launch {
  private Launch() {}

  /**
   * Serves until the process is told to stop, or its own database is lost for good.
   *
   * @param ready called once pages are served
   * @return the exit code
   * @throws CommandFailure where another process holds the data folder or the port, or the database
   *     can't be used
   */
  static int serve(Settings settings, Consumer<ConfigurableApplicationContext> ready)
      throws Exception {
    try (Shutdown shutdown = new Shutdown()) {
      CompletableFuture<Integer> end = new CompletableFuture<>();
      shutdown.add(DataFolderLock.take(settings.data()));
      DatabaseAddress database =
          database(settings, shutdown, () -> end.complete(CommandFailure.DATABASE));
      ready.accept(shutdown.add(start(settings, database)));
      return end.get();
    }
  }

  /**
   * Runs a task with the program's beans, without a web server, on the data folder's database. A
   * Talblatt that runs there goes on running: the task then works on its database beside it.
   *
   * @param task gets the beans; its result is the exit code
   */
  static int once(Settings settings, ToIntFunction<ConfigurableApplicationContext> task)
      throws Exception {
    try (Shutdown shutdown = new Shutdown()) {
      DatabaseAddress database;
      if (settings.database() != null) {
        database = DatabaseCheck.usable(settings.database());
      } else {
        Optional<DataFolderLock> lock = DataFolderLock.tryTake(settings.data());
        if (lock.isPresent()) {
          shutdown.add(lock.get());
          database = database(settings, shutdown, () -> {});
        } else {
          database = EmbeddedDatabase.running(settings.data());
        }
      }
      return task.applyAsInt(shutdown.add(Application.startWithoutServer(settings, database)));
    }
  }

  private static DatabaseAddress database(Settings settings, Shutdown shutdown, Runnable lost)
      throws Exception {
    if (settings.database() != null) {
      return DatabaseCheck.usable(settings.database());
    }
    EmbeddedDatabase own = shutdown.add(EmbeddedDatabase.start(settings.data()));
    own.whenLost(lost);
    return own.address();
  }

  private static ConfigurableApplicationContext start(Settings settings, DatabaseAddress database) {
    try {
      return Application.start(settings, database);
    } catch (RuntimeException failed) {
      for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
        if (cause instanceof CommandFailure known) {
          throw known;
        }
      }
      if (NestedExceptionUtils.getMostSpecificCause(failed) instanceof BindException) {
        throw new CommandFailure(
            CommandFailure.BUSY,
            "Port %d is already in use; --port takes another one.".formatted(settings.port()),
            failed);
      }
      throw failed;
    }
  }
}
