package org.talblatt.desk.ways;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.talblatt.wire.WireReader;

/**
 * A folder of files on somebody else's server. They stay there as they are: what was fetched is
 * remembered by its name, size and time. A file that somebody still writes is left for the next
 * look.
 */
@Component
class RemoteFolder {
  private static final long STEADY_MILLIS = 1000;

  private final Ways ways;

  RemoteFolder(Ways ways) {
    this.ways = ways;
  }

  /** A server that one is connected to. */
  interface Server {
    /** Its files, the oldest first where it tells their age. */
    List<RemoteFile> list() throws WayTrouble, IOException, InterruptedException;

    /** A file's bytes, one more than we take at most. */
    byte[] read(String name) throws WayTrouble, IOException, InterruptedException;
  }

  Look look(Way way, Server server, Arrivals arrivals)
      throws WayTrouble, IOException, InterruptedException {
    Map<String, String> seen = ways.seen(way.id());
    List<RemoteFile> listed = server.list();
    ways.stillThere(way.id(), listed.stream().map(RemoteFile::name).toList());
    List<RemoteFile> fresh =
        listed.stream()
            .filter(RemoteFile::finished)
            .filter(file -> !file.stamp().equals(seen.get(file.name())))
            .toList();
    if (fresh.isEmpty()) {
      return Look.of(0, false);
    }
    List<String> tooLarge = new ArrayList<>();
    for (RemoteFile file : steady(server, fresh)) {
      if (arrivals.full()) {
        return Look.of(arrivals.count(), true);
      }
      take(way, server, file, arrivals, tooLarge);
    }
    if (!tooLarge.isEmpty()) {
      throw WayTrouble.of("ways.trouble.too-large", String.join(", ", tooLarge));
    }
    return Look.of(arrivals.count(), false);
  }

  /** Those that are a moment later as they were. Clocks and zones of servers tell nothing. */
  private static List<RemoteFile> steady(Server server, List<RemoteFile> fresh)
      throws WayTrouble, IOException, InterruptedException {
    Thread.sleep(STEADY_MILLIS);
    List<RemoteFile> now = server.list();
    return fresh.stream().filter(now::contains).toList();
  }

  private void take(
      Way way, Server server, RemoteFile file, Arrivals arrivals, List<String> tooLarge)
      throws WayTrouble, IOException, InterruptedException {
    if (file.size() > WireReader.MOST_BYTES) {
      tooLarge.add(file.name());
    } else {
      byte[] content = server.read(file.name());
      if (content.length > WireReader.MOST_BYTES) {
        tooLarge.add(file.name());
      } else if (file.size() >= 0 && content.length != file.size()) {
        // somebody writes it after all
        return;
      } else {
        arrivals.take(content, file.name().substring(file.name().lastIndexOf('/') + 1));
      }
    }
    ways.markSeen(way, file.name(), file.stamp());
  }
}
