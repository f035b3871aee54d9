package org.talblatt.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What {@code postmaster.pid} says about the server on a folder: line 1 its process, line 4 its
 * port, line 8 whether it takes connections. A crash may leave the file stale, empty or half
 * written.
 */
record PostmasterFile(OptionalLong pid, OptionalInt readyPort) {
  private static final int PORT_LINE = 3;
  private static final int STATE_LINE = 7;
  private static final PostmasterFile NONE =
      new PostmasterFile(OptionalLong.empty(), OptionalInt.empty());

  /** Reads the folder's file; where there is none, nothing is known. */
  static PostmasterFile read(Path folder) throws IOException {
    try {
      List<String> lines = Files.readAllLines(folder.resolve("postmaster.pid"));
      return new PostmasterFile(pid(lines), readyPort(lines));
    } catch (NoSuchFileException e) {
      return NONE;
    }
  }

  /** Whoever has that number now. */
  Optional<ProcessHandle> living() {
    return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(pid.getAsLong());
  }

  /**
   * The process, where it runs and is a PostgreSQL: the number in a stale file may by now belong to
   * something else.
   */
  Optional<ProcessHandle> process() {
    return living().filter(PostmasterFile::isPostgres);
  }

  /** Every PostgreSQL process that works on the folder; where the system does not tell: none. */
  static List<ProcessHandle> processesOn(Path folder) {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(PostmasterFile::isPostgres)
          .filter(process -> worksIn(process, folder))
          .toList();
    }
  }

  private static boolean worksIn(ProcessHandle process, Path folder) {
    try {
      Path link = Path.of("/proc", Long.toString(process.pid()), "cwd");
      return Files.readSymbolicLink(link).equals(folder.toRealPath());
    } catch (IOException gone) {
      return false;
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName().toString())
        .filter(name -> name.startsWith("postgres"))
        .isPresent();
  }

  private static OptionalLong pid(List<String> lines) {
    return !lines.isEmpty() && lines.getFirst().matches("[1-9][0-9]{0,9}")
        ? OptionalLong.of(Long.parseLong(lines.getFirst()))
        : OptionalLong.empty();
  }

  private static OptionalInt readyPort(List<String> lines) {
    return lines.size() > STATE_LINE
            && lines.get(STATE_LINE).strip().equals("ready")
            && lines.get(PORT_LINE).matches("[1-9][0-9]{0,4}")
        ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE)))
        : OptionalInt.empty();
  }
}
