package org.talblatt.desk.ways;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.talblatt.platform.Settings;
import org.talblatt.wire.Provider;
import org.talblatt.wire.Providers;

/**
 * Watches the folder into which files are put: what lies in it itself is of who the file says, what
 * lies in a folder below of the provider whose name that has. A network drive tells nothing, so we
 * look by ourselves, too. Each folder has a thread of its own while there is something in it.
 */
@Component
class DropFolders implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(DropFolders.class);
  private static final int LOOK_SECONDS = 10;
  private static final int LOOK_AGAIN_SECONDS = 1;

  private final Path root;
  private final Providers providers;
  private final Ways ways;
  private final DroppedFiles files;
  private final Set<Path> busy = ConcurrentHashMap.newKeySet();
  // those that a warning was written about, so that it isn't each second
  private final Set<Path> unusable = ConcurrentHashMap.newKeySet();
  private @Nullable Running running;

  DropFolders(Settings settings, Providers providers, Ways ways, DroppedFiles files) {
    this.root = settings.wire().folder();
    this.providers = providers;
    this.ways = ways;
    this.files = files;
  }

  private record Running(WatchService watch, ExecutorService threads) {}

  /** Where files of a provider are put. */
  Path of(String provider) {
    return root.resolve(provider);
  }

  /** Makes a provider's, so that somebody finds where to put files. */
  void make(String provider) {
    try {
      Files.createDirectories(of(provider));
    } catch (IOException unusable) {
      log.warn("no folder for {} in {}: {}", provider, root, unusable.toString());
    }
  }

  @Override
  public synchronized void start() {
    try {
      Running started =
          new Running(
              root.getFileSystem().newWatchService(), Executors.newVirtualThreadPerTaskExecutor());
      running = started;
      made();
      Thread.ofPlatform().daemon().name("drop-folders").start(() -> watch(started));
    } catch (IOException unusable) {
      log.warn("no agency files are taken from {}: {}", root, unusable.toString());
    }
  }

  @Override
  public synchronized void stop() {
    Running ending = running;
    running = null;
    if (ending == null) {
      return;
    }
    ending.threads().shutdownNow();
    try {
      ending.watch().close();
    } catch (IOException closing) {
      log.debug("the watch on {} did not close: {}", root, closing.toString());
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return running != null;
  }

  private void watch(Running here) {
    Set<Path> watched = ConcurrentHashMap.newKeySet();
    try {
      while (isRunning()) {
        boolean unfinished = look(here, watched);
        WatchKey told =
            here.watch().poll(unfinished ? LOOK_AGAIN_SECONDS : LOOK_SECONDS, TimeUnit.SECONDS);
        if (told != null) {
          told.pollEvents();
          if (!told.reset()) {
            watched.clear();
          }
        }
      }
    } catch (InterruptedException
        | ClosedWatchServiceException
        | RejectedExecutionException stopping) {
      log.debug("the watch on {} ends", root);
    }
  }

  /** Whether to look again soon: somebody still writes, or the folder itself is away. */
  private boolean look(Running here, Set<Path> watched) {
    if (!Files.isDirectory(root) && !made()) {
      watched.clear();
      return true;
    }
    boolean unfinished = false;
    try {
      for (Path folder : folders()) {
        unfinished |= lookIn(folder, here, watched);
      }
    } catch (IOException | UncheckedIOException unreadable) {
      warn(root, unreadable);
      watched.clear();
      return true;
    }
    return unfinished;
  }

  /** Makes the folder and those of the providers where it isn't there; a drive can come back. */
  private boolean made() {
    try {
      Files.createDirectories(root);
      providers.all().forEach(each -> make(each.name()));
      return true;
    } catch (IOException | DataAccessException away) {
      warn(root, away);
      return false;
    }
  }

  /** One that can't be read keeps no other from being looked at. */
  private boolean lookIn(Path folder, Running here, Set<Path> watched) {
    try {
      if (watched.add(folder)) {
        register(folder, here);
      }
      DroppedFiles.Found found = files.in(folder);
      unusable.remove(folder);
      if (!found.finished().isEmpty() && busy.add(folder)) {
        here.threads().execute(() -> take(folder, found.finished()));
      }
      return found.unfinished();
    } catch (IOException | UncheckedIOException unreadable) {
      warn(folder, unreadable);
      watched.remove(folder);
      return false;
    }
  }

  /** Where the system tells nothing of a folder, our own looks are enough. */
  private static void register(Path folder, Running here) {
    try {
      folder.register(
          here.watch(), StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
    } catch (IOException untold) {
      log.info("the folder {} is only looked at by the clock: {}", folder, untold.toString());
    }
  }

  private void warn(Path folder, Exception why) {
    if (unusable.add(folder)) {
      log.warn("no agency files are taken from {}: {}", folder, why.toString());
    }
  }

  private List<Path> folders() throws IOException {
    List<Path> folders = new ArrayList<>(List.of(root));
    try (Stream<Path> all = Files.list(root)) {
      all.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .filter(path -> !DroppedFiles.OURS.contains(path.getFileName().toString()))
          .filter(path -> Provider.named(path.getFileName().toString()))
          .forEach(folders::add);
    }
    return folders;
  }

  private void take(Path folder, List<DroppedFiles.Dropped> finished) {
    try {
      String provider = folder.equals(root) ? null : folder.getFileName().toString();
      if (provider != null && ways.closed(provider, WayKind.FOLDER)) {
        return;
      }
      for (DroppedFiles.Dropped file : finished) {
        files.take(folder, file, provider);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      busy.remove(folder);
    }
  }
}
