package org.talblatt.desk.ways;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.talblatt.platform.Settings;
import org.talblatt.wire.Refusal;
import org.talblatt.wire.WireReader;

/**
 * Takes files from folders of ours and moves them into {@code done} or {@code refused} beside them,
 * by day; none is ever deleted or written over.
 */
@Component
class DroppedFiles {
  /** Folders that hold what was dealt with. */
  static final Set<String> OURS = Set.of("done", "refused");

  private static final Logger log = LoggerFactory.getLogger(DroppedFiles.class);
  private static final Duration STEADY = Duration.ofSeconds(2);
  private static final int MOST_OF_A_NAME = 100_000;

  private final Intake intake;
  private final WayHealths healths;
  private final Clock clock;
  private final ZoneId zone;

  DroppedFiles(Intake intake, WayHealths healths, Clock clock, Settings settings) {
    this.intake = intake;
    this.healths = healths;
    this.clock = clock;
    this.zone = settings.zone();
  }

  /**
   * What lies in a folder.
   *
   * @param finished to be taken, the oldest first
   * @param unfinished whether there are others that somebody still writes
   */
  record Found(List<Dropped> finished, boolean unfinished) {}

  /** A file as it was when we looked: one that is another since then waits for the next look. */
  record Dropped(Path file, FileTime modified, long size) {
    static Dropped of(Path file) throws IOException {
      BasicFileAttributes now =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return new Dropped(file, now.lastModifiedTime(), now.size());
    }

    boolean still() throws IOException {
      return equals(of(file));
    }
  }

  Found in(Path folder) throws IOException {
    List<Dropped> dropped = new ArrayList<>();
    boolean unfinished = false;
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !meant(file)) {
          continue;
        }
        Dropped now = Dropped.of(file);
        if (Math.abs(clock.millis() - now.modified().toMillis()) < STEADY.toMillis()) {
          unfinished = true;
        } else {
          dropped.add(now);
        }
      }
    } catch (NoSuchFileException takenByAnother) {
      unfinished = true;
    }
    dropped.sort(Comparator.comparing(Dropped::modified).thenComparing(Dropped::file));
    return new Found(List.copyOf(dropped), unfinished);
  }

  private static boolean meant(Path file) {
    return new RemoteFile(file.getFileName().toString(), "", -1).finished();
  }

  /**
   * Takes a file in and moves it; what fails for a reason of ours stays for the next look, and so
   * does what somebody puts in its place meanwhile.
   *
   * @param provider null: as the file says
   */
  void take(Path folder, Dropped dropped, @Nullable String provider) throws InterruptedException {
    Path file = dropped.file();
    try {
      if (!dropped.still()) {
        return;
      }
      byte[] content = read(file);
      if (!dropped.still()) {
        return;
      }
      WayTrouble trouble = taken(content, file.getFileName().toString(), provider);
      if (dropped.still()) {
        move(folder, file, trouble == null ? "done" : "refused");
      }
      note(provider, trouble);
    } catch (NoSuchFileException takenByAnother) {
      log.debug("{} was taken by another node", file);
    } catch (IOException unmovable) {
      log.warn("{} can't be read or moved: {}", file, unmovable.toString());
      note(provider, WayTrouble.of("ways.trouble.folder", file.toString()));
    } catch (RuntimeException mistake) {
      String reference = UUID.randomUUID().toString().substring(0, 8);
      log.error("a file was not taken in, reference {}", reference, mistake);
    }
  }

  /** A file's bytes, one more than we take at most. */
  private static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(WireReader.MOST_BYTES + 1);
    }
  }

  private @Nullable WayTrouble taken(byte[] content, String name, @Nullable String provider)
      throws InterruptedException {
    if (content.length > WireReader.MOST_BYTES) {
      return WayTrouble.of("ways.trouble.too-large", name);
    }
    Refusal refusal = intake.take(content, name, provider).refusal();
    return refusal == null ? null : FeedWay.trouble(refusal);
  }

  private void note(@Nullable String provider, @Nullable WayTrouble trouble) {
    if (provider != null) {
      healths.came(
          provider, WayKind.FOLDER, trouble == null ? null : trouble.words(), clock.instant());
    }
  }

  /** A file of the same name that is there already stays; this one gets a number. */
  private void move(Path folder, Path file, String where) throws IOException {
    Path day = folder.resolve(where).resolve(LocalDate.now(clock.withZone(zone)).toString());
    Files.createDirectories(day);
    String name = file.getFileName().toString();
    for (int number = 1; number < MOST_OF_A_NAME; number++) {
      try {
        Files.move(file, day.resolve(number == 1 ? name : name + "-" + number));
        return;
      } catch (FileAlreadyExistsException taken) {
        log.debug("{} is there already", name);
      }
    }
    throw new FileAlreadyExistsException(name);
  }
}
