package org.talblatt.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.Failure;

/**
 * The door for comments of other systems: JSON lines as {@code docs/import.md} describes them. A
 * line that can't be taken is refused with its reason and changes nothing; all others are taken,
 * some hundred in a transaction. The same file again takes only what was not taken before.
 */
@Service
public class CommentImport {
  private static final int BATCH = 200;

  private final CommentBatches batches;
  private final TransactionTemplate transaction;

  CommentImport(CommentBatches batches, TransactionTemplate transaction) {
    this.batches = batches;
    this.transaction = transaction;
  }

  /** Hears what becomes of the file. */
  public interface Listener {
    /**
     * A line was refused.
     *
     * @param id what the comment is called there; null where it could not be read
     */
    void refused(long line, @Nullable String id, Failure why);

    /** An author got another name than they had. */
    void renamed(long line, String before, String now);

    /** So much of the file is done. */
    void done(long bytes, long lines);
  }

  /**
   * What became of the file.
   *
   * @param taken comments that are here now, or would be
   * @param there comments that had been taken before
   * @param refused lines
   * @param accounts made for authors and voters; 0 in a dry run
   */
  public record Sum(long taken, long there, long refused, long accounts) {}

  /**
   * Takes a file in, or says what would become of it.
   *
   * @param source what the other system is called; its keys count within it
   * @param dryRun changes nothing
   * @throws IOException where the file can't be read on; what was taken before stays
   */
  public Sum run(InputStream file, String source, boolean dryRun, Listener listener)
      throws IOException {
    ImportRun run = new ImportRun(source, dryRun, listener);
    Lines lines = new Lines(file);
    Lines.Line line = lines.next();
    while (line != null) {
      List<Lines.Line> batch = new ArrayList<>();
      while (line != null && batch.size() < BATCH) {
        batch.add(line);
        line = lines.next();
      }
      List<ImportRun.Read> read = batch.stream().flatMap(each -> run.read(each).stream()).toList();
      if (dryRun) {
        batches.look(run, read);
      } else {
        transaction.executeWithoutResult(done -> batches.take(run, read));
      }
      listener.done(lines.bytes(), batch.getLast().number());
    }
    return run.sum();
  }
}
