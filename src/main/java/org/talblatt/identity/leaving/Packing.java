package org.talblatt.identity.leaving;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Addressees;
import org.talblatt.identity.PersonalData;
import org.talblatt.paper.Papers;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/**
 * Packs everything held on somebody: of one moment, since it is read in one snapshot, and as it
 * comes, since rows are fetched some hundred at a time.
 */
@Component
class Packing {
  private final Features features;
  private final DataExports exports;
  private final Addressees addressees;
  private final Papers papers;
  private final Settings settings;
  private final Clock clock;
  private final Jobs jobs;
  private final Job<Long> exportReadyMail;
  private final TransactionTemplate transaction;
  private final TransactionTemplate snapshot;

  Packing(
      Features features,
      DataExports exports,
      Addressees addressees,
      Papers papers,
      Settings settings,
      Clock clock,
      Jobs jobs,
      Job<Long> exportReadyMail,
      PlatformTransactionManager transactions) {
    this.features = features;
    this.exports = exports;
    this.addressees = addressees;
    this.papers = papers;
    this.settings = settings;
    this.clock = clock;
    this.jobs = jobs;
    this.exportReadyMail = exportReadyMail;
    this.transaction = new TransactionTemplate(transactions);
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setReadOnly(true);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** How many steps {@link #write} reports. */
  int steps() {
    return features.all().size();
  }

  /** Fills an export that was asked for; does nothing where it is ready or gone. */
  void pack(String id) {
    UUID uuid = UUID.fromString(id);
    DataExports.Export export = exports.find(uuid).filter(found -> !found.ready()).orElse(null);
    if (export == null) {
      return;
    }
    exports.dropParts(uuid);
    PartsOutput out = new PartsOutput(exports, uuid);
    try (out) {
      write(export.account(), out, done -> exports.progress(uuid, done));
    }
    transaction.executeWithoutResult(
        done -> {
          exports.finish(uuid, out.bytes());
          jobs.queue(exportReadyMail, export.account().value());
        });
  }

  /**
   * Writes the archive.
   *
   * @param out is left open
   */
  void write(AccountId account, OutputStream out, IntConsumer progress) {
    snapshot.executeWithoutResult(done -> writeAll(account, out, progress));
  }

  private void writeAll(AccountId account, OutputStream out, IntConsumer progress) {
    Messages messages =
        Messages.of(addressees.find(account).map(Addressees.Addressee::language).orElse("de"));
    Times times = new Times(settings.zone(), messages.locale());
    try (ZipArchive archive = new ZipArchive(new Unclosed(out), messages, times)) {
      int done = 0;
      for (PersonalData feature : features.all()) {
        feature.export(account, archive);
        progress.accept(++done);
      }
      archive.finish(Objects.requireNonNull(papers.current()).name(), times.full(clock.instant()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The caller's stream stays the caller's. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      out.write(from, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
