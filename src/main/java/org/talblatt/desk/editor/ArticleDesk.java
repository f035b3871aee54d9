package org.talblatt.desk.editor;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.ArticleState;
import org.talblatt.article.Content;
import org.talblatt.article.Contents;
import org.talblatt.article.Draft;
import org.talblatt.article.Drafting;
import org.talblatt.article.NewsroomArticles;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.text.SafeHtml;

/** The door of those who write: every edit is merged with what was stored since it began. */
@Service
class ArticleDesk {
  private final Drafting drafting;
  private final NewsroomArticles articles;
  private final Contents contents;
  private final Sections sections;
  private final WorkingCopies copies;
  private final AgencyEmbargoes agencies;
  private final FormReading reading;
  private final Pictured pictured;
  private final PreviewLinks links;
  private final Clock clock;

  ArticleDesk(
      Drafting drafting,
      NewsroomArticles articles,
      Contents contents,
      Sections sections,
      WorkingCopies copies,
      AgencyEmbargoes agencies,
      FormReading reading,
      Pictured pictured,
      PreviewLinks links,
      Clock clock) {
    this.drafting = drafting;
    this.articles = articles;
    this.contents = contents;
    this.sections = sections;
    this.copies = copies;
    this.agencies = agencies;
    this.reading = reading;
    this.pictured = pictured;
    this.links = links;
    this.clock = clock;
  }

  /** Begins an empty article in this section. */
  @Transactional
  ArticleId begin(String section, Reader editor) {
    editor.require(Role.EDITOR, section);
    String language =
        sections
            .find(section)
            .orElseThrow(() -> Failure.invalid("ressort", "article.section-unknown", section))
            .language();
    Draft empty =
        new Draft(
            section,
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            SafeHtml.EMPTY,
            language,
            "",
            null,
            java.util.List.of(),
            0,
            null,
            null);
    return drafting.begin(empty, editor.account());
  }

  /**
   * Stores an edit, and does the next thing with the article where there is one; both or nothing.
   *
   * @param next null = stored only
   */
  @Transactional
  Stored store(
      ArticleId id, Edit edit, Reader editor, @Nullable Function<ArticleId, Instant> next) {
    NewsroomArticles.Row row = theirs(id, editor);
    FormMerge merge = merge(id, row.version(), edit, editor);
    if (!merge.clean()) {
      keep(id, edit, editor);
      return new Stored.Undecided(merge);
    }
    EditorForm merged = merge.form();
    Content content = reading.read(merged);
    allowed(row, content, editor, next != null);
    if (!merged.says(merge.theirs())) {
      drafting.save(id, row.version(), content, editor.account());
    }
    copies.drop(id, editor.account());
    boolean foreign = !merged.says(edit.form());
    return new Stored.Done(foreign, next == null ? null : next.apply(id));
  }

  /** Keeps an edit as the person's working copy, brought together with their other window's. */
  @Transactional
  Kept keep(ArticleId id, Edit edit, Reader editor) {
    theirs(id, editor);
    copies.seen(id, editor.account(), clock.instant());
    WorkingCopy before = copies.lock(id, editor.account()).orElse(null);
    int revision = before == null ? 1 : before.revision() + 1;
    int basis = basis(before, edit);
    EditorForm both = joined(form(id, basis), before, edit);
    copies.put(id, editor.account(), basis, revision, both);
    return new Kept(revision, basis != edit.basis() || !both.says(edit.form()));
  }

  /**
   * A kept working copy.
   *
   * @param joined whether what another window wrote is in it, too, so that this one has to show it
   */
  record Kept(int revision, boolean joined) {}

  /** Says that somebody has the article open. */
  @Transactional
  void present(ArticleId id, Reader editor) {
    NewsroomArticles.Row row = articles.find(id).orElseThrow(Failure::notFound);
    editor.require(Role.EDITOR, row.section().slug());
    copies.seen(id, editor.account(), clock.instant());
  }

  private static boolean otherWindow(WorkingCopy copy, Edit edit) {
    return copy.revision() != edit.revision() || copy.basis() != edit.basis();
  }

  /** The version that both windows know: what was stored since is in one of them at most. */
  private static int basis(@Nullable WorkingCopy copy, Edit edit) {
    return copy == null ? edit.basis() : Math.min(copy.basis(), edit.basis());
  }

  /** An edit with what the person's other window wrote; what both wrote at one place both stays. */
  private static EditorForm joined(EditorForm base, @Nullable WorkingCopy copy, Edit edit) {
    if (copy == null || !otherWindow(copy, edit) || copy.form().says(edit.form())) {
      return edit.form();
    }
    FormMerge windows = FormMerge.of(base, edit.form(), copy.form());
    return windows.form(both(windows));
  }

  private static Map<String, String> both(FormMerge windows) {
    return windows.conflicts().stream()
        .filter(FormMerge.Conflict::inBody)
        .collect(java.util.stream.Collectors.toMap(FormMerge.Conflict::name, conflict -> "both"));
  }

  /** What somebody chose where both had changed the same; the text is theirs to read again. */
  @Transactional
  Stored choose(ArticleId id, Map<String, String> choices, int seen, Reader editor) {
    NewsroomArticles.Row row = theirs(id, editor);
    WorkingCopy copy =
        copies
            .lock(id, editor.account())
            .orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "editor.nothing-to-choose"));
    FormMerge merge =
        merge(id, row.version(), new Edit(copy.form(), copy.basis(), copy.revision()), editor);
    if (row.version() != seen && !merge.clean()) {
      return new Stored.Undecided(merge);
    }
    copies.put(id, editor.account(), row.version(), copy.revision() + 1, merge.form(choices));
    return new Stored.Done(true, null);
  }

  /** Throws somebody's working copy away: the article is as it is stored. */
  @Transactional
  void discard(ArticleId id, Reader editor) {
    theirs(id, editor);
    copies.drop(id, editor.account());
  }

  /** Takes what is planned back into the drafts. */
  @Transactional
  void unschedule(ArticleId id, Reader editor) {
    theirs(id, editor);
    drafting.unschedule(id, editor.account());
  }

  /** Takes an article off every page, or throws a draft away. */
  @Transactional
  void withdraw(ArticleId id, String reason, Reader editor) {
    theirs(id, editor);
    drafting.withdraw(id, reason, editor.account());
  }

  /** Makes a draft of what was withdrawn here; what an agency took back stays away. */
  @Transactional
  void reopen(ArticleId id, Reader editor) {
    theirs(id, editor);
    if (agencies.killed(id)) {
      throw Failure.of(Failure.Kind.CONFLICT, "editor.killed");
    }
    drafting.reopen(id, editor.account());
  }

  /** Makes an address under which somebody outside may read it. */
  @Transactional
  void link(ArticleId id, Reader editor) {
    theirs(id, editor);
    links.make(id, editor.account());
  }

  /** From now on it leads nowhere. */
  @Transactional
  void endLink(ArticleId id, long link, Reader editor) {
    theirs(id, editor);
    links.end(id, link);
  }

  /** A version as the form has it. */
  EditorForm form(ArticleId id, int version) {
    return EditorForm.of(
        contents.at(id, version).orElseThrow(Failure::notFound), reading.moments());
  }

  private FormMerge merge(ArticleId id, int version, Edit edit, Reader editor) {
    EditorForm now = form(id, version);
    WorkingCopy copy = copies.lock(id, editor.account()).orElse(null);
    int basis = basis(copy, edit);
    EditorForm base = basis == version ? now : form(id, basis);
    return FormMerge.of(base, joined(base, copy, edit), now);
  }

  private void allowed(NewsroomArticles.Row row, Content content, Reader editor, boolean comesOut) {
    Draft draft = content.draft();
    editor.require(Role.EDITOR, draft.section());
    Instant embargo = draft.embargoUntil();
    agencies
        .of(row.id())
        .filter(theirs -> theirs.isAfter(clock.instant()))
        .filter(theirs -> embargo == null || embargo.isBefore(theirs))
        .ifPresent(
            theirs -> {
              throw Failure.invalid(
                  EditorForm.EMBARGO, "editor.agency-embargo", reading.moments().typed(theirs));
            });
    if (row.state() == ArticleState.PUBLISHED
        && embargo != null
        && embargo.isAfter(clock.instant())) {
      throw Failure.invalid(EditorForm.EMBARGO, "editor.embargo-late");
    }
    if (comesOut || row.state().isPublic()) {
      readable(draft);
    }
  }

  /** What readers need of an article. */
  private void readable(Draft draft) {
    if (draft.headline().isBlank()) {
      throw Failure.invalid(EditorForm.HEADLINE, "article.headline-missing");
    }
    pictured.check(draft);
  }

  /** The article, where the person may work on it; nobody else changes it meanwhile. */
  NewsroomArticles.Row theirs(ArticleId id, Reader editor) {
    NewsroomArticles.Row row = articles.lock(id).orElseThrow(Failure::notFound);
    editor.require(Role.EDITOR, row.section().slug());
    return row;
  }
}
