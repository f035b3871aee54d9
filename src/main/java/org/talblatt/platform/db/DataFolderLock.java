package org.talblatt.platform.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.talblatt.platform.CommandFailure;

/**
 * Holds a data folder for one process. The operating system lets go of it when the process ends,
 * however it ends, so a crash leaves no stale lock.
 */
public final class DataFolderLock implements AutoCloseable {
  private final FileChannel channel;

  private DataFolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder, making it where it is missing.
   *
   * @throws CommandFailure when another process holds it, or it can't be written
   */
  public static DataFolderLock take(Path data) {
    return tryTake(data)
        .orElseThrow(
            () ->
                new CommandFailure(
                    CommandFailure.BUSY,
                    "A Talblatt is already running on the data folder " + data + "."));
  }

  /**
   * As {@link #take}; empty when another process holds it.
   *
   * @throws CommandFailure when it can't be written
   */
  public static Optional<DataFolderLock> tryTake(Path data) {
    try {
      make(data);
      FileChannel channel =
          FileChannel.open(
              data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new DataFolderLock(channel));
    } catch (OverlappingFileLockException ownProcess) {
      return Optional.empty();
    } catch (IOException e) {
      throw new CommandFailure(
          CommandFailure.USAGE,
          "The data folder %s can't be written by the user %s (%s)."
              .formatted(data, System.getProperty("user.name"), e),
          e);
    }
  }

  /** Accounts, mails and logs lie there: a new folder is its owner's alone. */
  private static void make(Path data) throws IOException {
    if (!Files.exists(data)) {
      if (data.getParent() != null) {
        Files.createDirectories(data.getParent());
      }
      Files.createDirectory(
          data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
