package org.talblatt.desk.changes;

import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.Content;
import org.talblatt.article.Contents;
import org.talblatt.article.Corrections;
import org.talblatt.article.Draft;
import org.talblatt.article.Drafting;
import org.talblatt.article.LegalReply;
import org.talblatt.article.Publishing;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.desk.editor.Pictured;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.SafeHtml;

/** The door for changes of what is out: one wrong word on a phone, an earlier version, a reply. */
@Service
class Correcting {
  private final ArticlesOnFile articles;
  private final Contents contents;
  private final Corrections corrections;
  private final Drafting drafting;
  private final Publishing publishing;
  private final Pictured pictured;
  private final AuditLog log;
  private final Clock clock;

  Correcting(
      ArticlesOnFile articles,
      Contents contents,
      Corrections corrections,
      Drafting drafting,
      Publishing publishing,
      Pictured pictured,
      AuditLog log,
      Clock clock) {
    this.articles = articles;
    this.contents = contents;
    this.corrections = corrections;
    this.drafting = drafting;
    this.publishing = publishing;
    this.pictured = pictured;
    this.log = log;
    this.clock = clock;
  }

  /** An article that is out and that this editor may change. */
  ArticlesOnFile.OnFile mine(ArticleId id, Reader editor) {
    ArticlesOnFile.OnFile article = articles.find(id).orElseThrow(Failure::notFound);
    editor.require(Role.EDITOR, article.draft().section());
    return article;
  }

  /**
   * Puts right what is wrong, wherever the article says it.
   *
   * @param wrong empty: only the note is new
   * @param note what readers are told; empty where it is no matter
   */
  @Transactional
  public void correct(ArticleId id, String wrong, String right, String note, Reader editor) {
    ArticlesOnFile.OnFile article = articles.lock(id).orElseThrow(Failure::notFound);
    editor.require(Role.EDITOR, article.draft().section());
    if (!article.published()) {
      throw Failure.of(Failure.Kind.CONFLICT, "changes.not-out");
    }
    if (wrong.isEmpty() && note.isBlank()) {
      throw Failure.invalid("falsch", "changes.nothing-typed");
    }
    Draft before = article.draft();
    Draft after =
        replaced(before, wrong.isEmpty() ? text -> text : text -> text.replace(wrong, right));
    if (!wrong.isEmpty() && after.equals(before)) {
      throw Failure.invalid("falsch", "changes.not-found", wrong);
    }
    publishing.correct(id, article.version(), noted(after, note), editor.account());
  }

  private static Draft replaced(Draft draft, UnaryOperator<String> change) {
    return new Draft(
        draft.section(),
        change.apply(draft.headline()),
        change.apply(draft.kicker()),
        change.apply(draft.subhead()),
        change.apply(draft.teaser()),
        change.apply(draft.byline()),
        draft.credit(),
        change.apply(draft.dateline()),
        body(draft.body(), change),
        draft.language(),
        draft.correctionNote(),
        draft.picture(),
        draft.topics(),
        draft.weight(),
        draft.discussion(),
        draft.embargoUntil());
  }

  private static SafeHtml body(SafeHtml body, UnaryOperator<String> change) {
    Document document = Jsoup.parseBodyFragment(body.html());
    document.outputSettings().prettyPrint(false);
    boolean[] changed = {false};
    document
        .body()
        .nodeStream(TextNode.class)
        .forEach(
            node -> {
              String text = change.apply(node.getWholeText());
              changed[0] |= !text.equals(node.getWholeText());
              node.text(text);
            });
    return changed[0] ? ArticleHtml.clean(document.body().html()) : body;
  }

  private static Draft noted(Draft draft, String note) {
    return note.isBlank() ? draft : with(draft, note.strip(), draft.embargoUntil());
  }

  private static Draft with(Draft draft, String note, @Nullable Instant embargoUntil) {
    return new Draft(
        draft.section(),
        draft.headline(),
        draft.kicker(),
        draft.subhead(),
        draft.teaser(),
        draft.byline(),
        draft.credit(),
        draft.dateline(),
        draft.body(),
        draft.language(),
        note,
        draft.picture(),
        draft.topics(),
        draft.weight(),
        draft.discussion(),
        embargoUntil);
  }

  /**
   * Makes an earlier version the article's text again, as a version of its own.
   *
   * @param seen the article's version that the editor saw
   */
  @Transactional
  public void restore(ArticleId id, int version, int seen, Reader editor) {
    ArticlesOnFile.OnFile article = articles.lock(id).orElseThrow(Failure::notFound);
    editor.require(Role.EDITOR, article.draft().section());
    Content old = contents.at(id, version).orElseThrow(Failure::notFound);
    editor.require(Role.EDITOR, old.draft().section());
    // what readers were told stays told, and an embargo is no wording: the one of now counts
    Draft present = article.draft();
    Draft known = noted(old.draft(), present.correctionNote());
    Draft draft = with(known, known.correctionNote(), present.embargoUntil());
    if (article.published()) {
      pictured.check(draft);
    }
    drafting.save(id, seen, new Content(draft, old.related()), editor.account());
  }

  /** Says a correction's note better, or takes it from the readers' eyes. */
  @Transactional
  public void change(long correction, String note, boolean hidden, Reader editor, Actor by) {
    Corrections.Correction known = corrections.find(correction).orElseThrow(Failure::notFound);
    mine(known.article(), editor);
    corrections.change(correction, note, hidden);
    log.record(
        AuditEntry.of(by, "article.correction", "article " + known.article(), "hidden=" + hidden));
  }

  /** Prints a legal reply under the article's own section. */
  @Transactional
  public ArticleId reply(ArticleId id, LegalReply reply, Reader editor, Actor by) {
    ArticlesOnFile.OnFile original = mine(id, editor);
    if (!articles.cameOut(id)) {
      throw Failure.of(Failure.Kind.CONFLICT, "changes.not-out");
    }
    String label =
        Messages.of(original.draft().language()).get("changes.reply." + reply.kind().word());
    ArticleId printed = publishing.reply(original, reply, label, editor.account(), clock.instant());
    log.record(AuditEntry.of(by, "article.reply", "article " + id, "reply " + printed));
    return printed;
  }
}
