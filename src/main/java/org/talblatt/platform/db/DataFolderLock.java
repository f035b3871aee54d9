package org.talblatt.platform.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

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
   * @throws InUse when another process holds it
   */
  public static DataFolderLock take(Path data) throws IOException {
    Files.createDirectories(data);
    FileChannel channel =
        FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new InUse(data);
    }
    return new DataFolderLock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Another Talblatt runs on the folder. */
  public static final class InUse extends IOException {
    private static final long serialVersionUID = 1L;

    InUse(Path data) {
      super("Im Datenordner " + data + " läuft schon ein Talblatt.");
    }
  }
}
