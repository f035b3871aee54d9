package org.talblatt.identity.leaving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.talblatt.identity.Leaving;
import org.talblatt.platform.Settings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who was erased, outside the database, so that a restore from backup can't bring them back: a file
 * in the data folder, one JSON object a line, only ever added to, on the disk before anything is
 * erased. It names nobody: a number, and a random key that the account had.
 */
@Component
class ErasureJournal {
  private static final Logger log = LoggerFactory.getLogger(ErasureJournal.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;

  ErasureJournal(Settings settings) {
    this.file = settings.data().resolve("erasures.log");
  }

  /** One erasure. */
  record Line(long account, UUID key, Leaving way, Instant at) {}

  /** Adds a line; it is on the disk when this returns. */
  void append(Line line) {
    String json =
        "{\"account\":%d,\"key\":\"%s\",\"way\":\"%s\",\"at\":\"%s\"}\n"
            .formatted(line.account(), line.key(), line.way().word(), line.at());
    try (FileChannel out =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      // a power cut may have left half a line: the new one begins by itself
      String whole = endsInTheMiddle(out) ? "\n" + json : json;
      ByteBuffer bytes = ByteBuffer.wrap(whole.getBytes(StandardCharsets.UTF_8));
      out.position(out.size());
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean endsInTheMiddle(FileChannel file) throws IOException {
    if (file.size() == 0) {
      return false;
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    file.read(last, file.size() - 1);
    return last.get(0) != '\n';
  }

  /** All lines, in order; one that can't be read is named in the log and passed over. */
  List<Line> lines() {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    try {
      int number = 0;
      for (String text : Files.readAllLines(file)) {
        number++;
        try {
          lines.add(line(JSON.readTree(text)));
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
          log.error("erasures.log: line {} can't be read; who is in it is not erased", number);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static Line line(JsonNode json) {
    return new Line(
        json.path("account").asLong(0),
        UUID.fromString(json.path("key").asString("")),
        Leaving.of(json.path("way").asString("")),
        Instant.parse(json.path("at").asString("")));
  }
}
