package org.talblatt.transfer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;

/** One file under way, and what became of it so far. */
final class ImportRun {
  private final String source;
  private final boolean dryRun;
  private final CommentImport.Listener listener;

  /** What a dry run would have made: where, by what it is called in the other system. */
  private final Map<String, ArticleId> wouldBe = new HashMap<>();

  private long taken;
  private long there;
  private long refused;
  private long accounts;

  ImportRun(String source, boolean dryRun, CommentImport.Listener listener) {
    this.source = source;
    this.dryRun = dryRun;
    this.listener = listener;
  }

  /** A line that could be read. */
  record Read(long line, CommentLine comment) {}

  String source() {
    return source;
  }

  CommentImport.Sum sum() {
    return new CommentImport.Sum(taken, there, refused, accounts);
  }

  /** Where comments of this file stand that no table knows yet. */
  Map<String, ArticleId> fresh() {
    return dryRun ? wouldBe : new HashMap<>();
  }

  /** Empty for a blank line and for one that is refused. */
  Optional<Read> read(Lines.Line line) {
    Failure wrong = line.wrong();
    String text = line.text();
    if (wrong != null || text == null) {
      refuse(line.number(), null, wrong == null ? Failure.notFound() : wrong);
    } else if (!text.isBlank()) {
      try {
        return Optional.of(new Read(line.number(), CommentLineReader.read(text)));
      } catch (Failure unreadable) {
        refuse(line.number(), null, unreadable);
      }
    }
    return Optional.empty();
  }

  void refuse(long line, @Nullable String id, Failure why) {
    refused++;
    listener.refused(line, id, why);
  }

  void there() {
    there++;
  }

  void taken(int comments) {
    taken += comments;
  }

  /** An account was made for somebody. */
  void arrived(long line, String before, String now) {
    accounts++;
    if (!now.equals(before)) {
      listener.renamed(line, before, now);
    }
  }
}
