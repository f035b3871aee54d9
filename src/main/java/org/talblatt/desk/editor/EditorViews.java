package org.talblatt.desk.editor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.article.ArticleSteps;
import org.talblatt.article.NewsroomArticles;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/** Puts together what the editor's page shows. */
@Component
class EditorViews {
  /** After so long without a sign somebody has closed the page. */
  static final Duration PRESENT = Duration.ofSeconds(30);

  private static final List<String> LANGUAGES = List.of("de", "it", "en", "lld");
  private static final int TOPICS = 100;
  private static final int PICTURES = 24;

  private final ArticleDesk desk;
  private final NewsroomArticles articles;
  private final ArticleSteps steps;
  private final WorkingCopies copies;
  private final AgencyEmbargoes agencies;
  private final Pictured pictured;
  private final PreviewLinks links;
  private final Sections sections;
  private final Settings settings;
  private final Clock clock;

  EditorViews(
      ArticleDesk desk,
      NewsroomArticles articles,
      ArticleSteps steps,
      WorkingCopies copies,
      AgencyEmbargoes agencies,
      Pictured pictured,
      PreviewLinks links,
      Sections sections,
      Settings settings,
      Clock clock) {
    this.desk = desk;
    this.articles = articles;
    this.steps = steps;
    this.copies = copies;
    this.agencies = agencies;
    this.pictured = pictured;
    this.links = links;
    this.sections = sections;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What was just sent and not stored.
   *
   * @param appears when it was to come out, as typed
   */
  record Sent(Edit edit, String appears, String note, EditorView.@Nullable Refused refused) {}

  /**
   * The page.
   *
   * @param sent null where it is opened
   * @param done a message's key; empty for nothing
   */
  EditorView view(ArticleId id, Reader reader, @Nullable Sent sent, String done) {
    NewsroomArticles.Row row = articles.find(id).orElseThrow(Failure::notFound);
    List<WorkingCopy> all = copies.of(id);
    WorkingCopy own =
        all.stream().filter(c -> c.editor().equals(reader.account())).findFirst().orElse(null);
    Edit edit = sent != null ? sent.edit() : edit(row, own);
    boolean may = reader.has(Role.EDITOR, row.section().slug());
    Messages words = Messages.of(reader.language());
    Instant kept = own == null ? null : own.changedAt();
    Instant now = clock.instant();
    return new EditorView(
        row,
        may,
        edit.form(),
        edit.basis(),
        edit.revision(),
        sent != null ? now : kept,
        sections(reader, row.section()),
        languages(edit.form()),
        may ? articles.topics(TOPICS) : List.of(),
        may ? pictured.offered(PICTURES, edit.form().get(EditorForm.PICTURE)) : List.of(),
        articles.all(related(edit.form())),
        may ? notices(id, edit.basis(), reader) : List.of(),
        steps.of(id),
        may ? shown(links.of(id)) : List.of(),
        agencies.of(id).filter(now::isBefore).orElse(null),
        agencies.killed(id),
        sent == null ? "" : sent.appears(),
        sent == null ? "" : sent.note(),
        sent == null ? null : sent.refused(),
        words.knows("editor.done-" + done) ? words.get("editor.done-" + done) : null,
        words,
        new Times(settings.zone(), words.locale()));
  }

  /** What has to be chosen before a text can be stored. */
  ConflictView conflict(ArticleId id, FormMerge merge, Reader reader) {
    NewsroomArticles.Row row = articles.find(id).orElseThrow(Failure::notFound);
    String headline =
        row.headline().isEmpty()
            ? Messages.of(reader.language()).get("editor.untitled")
            : row.headline();
    String by = row.changedBy();
    return new ConflictView(id, headline, row.version(), by == null ? "" : by, merge.conflicts());
  }

  /** What came with a request. */
  Edit edit(ArticleId id, Map<String, String> typed) {
    int basis = number(typed.get("basis"));
    return new Edit(
        EditorForm.typed(typed, desk.form(id, basis)), basis, number(typed.get("stand")));
  }

  static int number(@Nullable String typed) {
    return typed != null && typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
  }

  /**
   * Who else is there and what they did, each a sentence.
   *
   * @param basis the version that the form began from
   */
  List<String> notices(ArticleId id, int basis, Reader reader) {
    Messages words = Messages.of(reader.language());
    Times times = new Times(settings.zone(), words.locale());
    NewsroomArticles.Row row = articles.find(id).orElseThrow(Failure::notFound);
    List<String> notices = new ArrayList<>();
    for (WorkingCopy copy : copies.of(id)) {
      if (!copy.editor().equals(reader.account())) {
        notices.add(words.get("editor.copy-of", copy.name(), times.brief(copy.changedAt())));
      }
    }
    for (String other : copies.present(id, reader.account(), clock.instant().minus(PRESENT))) {
      notices.add(words.get("editor.also-open", other));
    }
    if (basis < row.version()) {
      String by = row.changedBy();
      notices.add(
          by == null
              ? words.get("editor.newer", Integer.toString(row.version()))
              : words.get("editor.newer-by", Integer.toString(row.version()), by));
    }
    return notices;
  }

  private List<EditorView.Link> shown(List<PreviewLinks.Link> links) {
    return links.stream()
        .map(
            link ->
                new EditorView.Link(
                    link.id(), settings.links().absolute(link.path()), link.expiresAt()))
        .toList();
  }

  private Edit edit(NewsroomArticles.Row row, @Nullable WorkingCopy own) {
    return own == null
        ? new Edit(desk.form(row.id(), row.version()), row.version(), 0)
        : new Edit(own.form(), own.basis(), own.revision());
  }

  private List<Section> sections(Reader reader, Section present) {
    return sections.all().stream()
        .filter(each -> each.equals(present) || reader.has(Role.EDITOR, each.slug()))
        .toList();
  }

  private static List<String> languages(EditorForm form) {
    Set<String> tags = new LinkedHashSet<>(LANGUAGES);
    tags.add(form.get(EditorForm.LANGUAGE));
    tags.remove("");
    return List.copyOf(tags);
  }

  private static List<ArticleId> related(EditorForm form) {
    List<ArticleId> ids = new ArrayList<>();
    for (String line : form.related()) {
      if (line.matches("[1-9][0-9]{0,17}")) {
        ids.add(new ArticleId(Long.parseLong(line)));
      }
    }
    return ids;
  }
}
