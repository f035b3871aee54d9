package org.talblatt.identity.leaving;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.identity.Reader;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;

/** The door to one's own data. */
@Service
class OwnData {
  private final DataExports exports;
  private final Packing packing;
  private final Jobs jobs;
  private final Job<String> dataExport;

  OwnData(DataExports exports, Packing packing, Jobs jobs, Job<String> dataExport) {
    this.exports = exports;
    this.packing = packing;
    this.jobs = jobs;
    this.dataExport = dataExport;
  }

  /** The export that runs or is ready; empty where there is none, or it is over. */
  Optional<DataExports.Export> of(Reader reader) {
    return exports.of(reader.account());
  }

  /** Has everything packed; where that is being done already, it goes on. */
  @Transactional
  public void ask(Reader reader) {
    exports
        .begin(reader.account(), packing.steps())
        .ifPresent(id -> jobs.queue(dataExport, id.toString()));
  }

  /** Sends the file, with one piece of it in memory. */
  void send(DataExports.Export export, OutputStream out) throws IOException {
    int number = 0;
    for (Optional<byte[]> part = exports.part(export.id(), number);
        part.isPresent();
        part = exports.part(export.id(), ++number)) {
      out.write(part.get());
    }
  }
}
