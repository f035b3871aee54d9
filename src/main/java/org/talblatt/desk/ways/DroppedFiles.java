package org.talblatt.desk.ways;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
import org.talblatt.desk.Delivered;
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
  record Found(List<Path> finished, boolean unfinished) {}

  private record Aged(Path file, long modified) {}

  Found in(Path folder) throws IOException {
    List<Aged> aged = new ArrayList<>();
    boolean unfinished = false;
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !meant(file)) {
          continue;
        }
        long modified = Files.getLastModifiedTime(file).toMillis();
        if (Math.abs(clock.millis() - modified) < STEADY.toMillis()) {
          unfinished = true;
        } else {
          aged.add(new Aged(file, modified));
        }
      }
    } catch (NoSuchFileException takenByAnother) {
      unfinished = true;
    }
    aged.sort(Comparator.comparingLong(Aged::modified).thenComparing(Aged::file));
    return new Found(aged.stream().map(Aged::file).toList(), unfinished);
  }

  private static boolean meant(Path file) {
    return new RemoteFile(file.getFileName().toString(), "", -1).finished();
  }

  /**
   * Takes a file in and moves it; what fails for a reason of ours stays for the next look.
   *
   * @param provider null: as the file says
   */
  void take(Path folder, Path file, @Nullable String provider) throws InterruptedException {
    try {
      if (Files.size(file) > WireReader.MOST_BYTES) {
        note(provider, WayTrouble.of("ways.trouble.too-large", file.getFileName().toString()));
        move(folder, file, "refused");
        return;
      }
      Delivered delivered =
          intake.take(Files.readAllBytes(file), file.getFileName().toString(), provider);
      Refusal refusal = delivered.refusal();
      move(folder, file, refusal == null ? "done" : "refused");
      note(provider, refusal == null ? null : FeedWay.trouble(refusal));
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
