package org.talblatt.transfer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.discussion.CarriedComment;
import org.talblatt.discussion.CarriedTalk;
import org.talblatt.discussion.CarriedText;
import org.talblatt.discussion.Comment;

/** Some hundred lines of an import at a time. */
@Component
class CommentBatches {
  private static final String HELD = "transfer.held";

  private final CarriedTalk talk;
  private final ImportedArticles articles;
  private final ImportedAuthors authors;
  private final ImportedKeys keys;
  private final Clock clock;

  CommentBatches(
      CarriedTalk talk,
      ImportedArticles articles,
      ImportedAuthors authors,
      ImportedKeys keys,
      Clock clock) {
    this.talk = talk;
    this.articles = articles;
    this.authors = authors;
    this.keys = keys;
    this.clock = clock;
  }

  /** A line that can be taken. */
  private record Ready(long line, CommentLine comment, ArticleId article, CarriedText text) {}

  /**
   * What is known of a batch's keys.
   *
   * @param comments those that are here already, and their parents
   * @param people authors and voters that are here already, by their hash
   * @param named articles that the batch has named
   */
  private record Known(
      Map<String, CommentId> comments,
      Map<String, Optional<AccountId>> people,
      Map<CommentLine.ArticleName, ArticleId> named) {}

  /** Says what would become of them. */
  void look(ImportRun run, List<ImportRun.Read> batch) {
    run.taken(judge(run, batch, known(run, batch)).size());
  }

  /** Takes them in; the caller's transaction holds all of it. */
  void take(ImportRun run, List<ImportRun.Read> batch) {
    keys.queueUp();
    Known known = known(run, batch);
    // threads are locked in the order of their articles, as everybody does
    Map<ArticleId, List<CarriedComment>> byArticle =
        new TreeMap<>(Comparator.comparingLong(ArticleId::value));
    for (Ready ready : judge(run, batch, known)) {
      byArticle
          .computeIfAbsent(ready.article(), article -> new ArrayList<>())
          .add(carried(run, ready, known));
    }
    known
        .named()
        .forEach(
            (name, article) -> {
              if (name instanceof CommentLine.ArticleName.Foreign foreign) {
                keys.putArticle(run.source(), foreign.key(), article);
              }
            });
    Map<String, Integer> stood = new HashMap<>();
    known.comments().forEach((id, comment) -> stood.put(id, comment.number()));
    byArticle.forEach(
        (article, comments) -> {
          keys.putComments(run.source(), article, talk.take(article, stood, comments));
          run.taken(comments.size());
        });
  }

  private Known known(ImportRun run, List<ImportRun.Read> batch) {
    Set<String> ids = new HashSet<>();
    Set<String> hashes = new HashSet<>();
    for (ImportRun.Read line : batch) {
      CommentLine comment = line.comment();
      ids.add(comment.id());
      if (comment.parent() != null) {
        ids.add(comment.parent());
      }
      hashes.add(ImportedKeys.hash(run.source(), comment.author().id()));
      comment
          .votes()
          .forEach(vote -> hashes.add(ImportedKeys.hash(run.source(), vote.voter().id())));
    }
    return new Known(
        keys.comments(run.source(), ids), keys.authors(run.source(), hashes), new HashMap<>());
  }

  private List<Ready> judge(ImportRun run, List<ImportRun.Read> batch, Known known) {
    Map<String, ArticleId> fresh = run.fresh();
    List<Ready> ready = new ArrayList<>();
    for (ImportRun.Read line : batch) {
      String id = line.comment().id();
      if (known.comments().containsKey(id) || fresh.containsKey(id)) {
        run.there();
        continue;
      }
      try {
        ready.add(judge(run, line, known, fresh));
        fresh.put(id, ready.getLast().article());
      } catch (Failure why) {
        run.refuse(line.line(), id, why);
      }
    }
    return ready;
  }

  private Ready judge(
      ImportRun run, ImportRun.Read line, Known known, Map<String, ArticleId> fresh) {
    CommentLine comment = line.comment();
    Instant now = clock.instant();
    if (comment.at().isAfter(now)
        || (comment.editedAt() != null && comment.editedAt().isAfter(now))) {
      throw Failure.invalid("at", "transfer.in-future");
    }
    ArticleId article =
        known.named().computeIfAbsent(comment.article(), name -> articles.find(run.source(), name));
    if (comment.parent() != null) {
      CommentId stands = known.comments().get(comment.parent());
      ArticleId at = stands == null ? fresh.get(comment.parent()) : stands.article();
      if (at == null) {
        throw Failure.invalid("parent", "transfer.parent-unknown", comment.parent());
      }
      if (!at.equals(article)) {
        throw Failure.invalid("parent", "transfer.parent-elsewhere", comment.parent());
      }
    }
    authors.check(run.source(), comment.author(), known.people());
    comment.votes().forEach(vote -> authors.checkVoter(vote.voter()));
    return new Ready(line.line(), comment, article, talk.read(comment.text()));
  }

  private CarriedComment carried(ImportRun run, Ready ready, Known known) {
    CommentLine line = ready.comment();
    return new CarriedComment(
        line.id(),
        line.parent(),
        account(run, ready, line.author(), known),
        ready.text(),
        line.state(),
        line.state() == Comment.State.HELD ? HELD : null,
        line.at(),
        line.editedAt(),
        line.up(),
        line.down(),
        ballots(run, ready, known));
  }

  /** Who was erased votes no more. */
  private List<CarriedComment.Ballot> ballots(ImportRun run, Ready ready, Known known) {
    List<CarriedComment.Ballot> ballots = new ArrayList<>();
    for (CommentLine.Ballot ballot : ready.comment().votes()) {
      Optional<AccountId> voter =
          known.people().get(ImportedKeys.hash(run.source(), ballot.voter().id()));
      if (voter == null || voter.isPresent()) {
        ballots.add(
            new CarriedComment.Ballot(
                account(run, ready, ballot.voter(), known),
                ballot.vote(),
                ballot.at() == null ? ready.comment().at() : ballot.at()));
      }
    }
    return ballots;
  }

  private AccountId account(ImportRun run, Ready ready, CommentLine.Person person, Known known) {
    ImportedAuthors.Found found =
        authors.find(run.source(), person, ready.comment().at(), known.people());
    if (found.named() != null) {
      run.arrived(ready.line(), person.name(), found.named());
    }
    return found.account();
  }
}
