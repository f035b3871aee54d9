package org.talblatt.desk.editor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.article.ArticleState;
import org.talblatt.article.NewsroomArticles;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Shortened;
import org.talblatt.platform.text.Storable;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** The newsroom's articles by their state. */
@Controller
class ArticleListPages {
  static final String PATH = "/redaktion/artikel";
  private static final int ROWS = 40;
  private static final int MOST_PAGES = 500;
  private static final int LONGEST = 100;

  private final NewsroomArticles articles;
  private final ArticleDesk desk;
  private final WorkingCopies copies;
  private final Sections sections;
  private final Settings settings;
  private final IdentityFrames frames;
  private final Templates templates;

  ArticleListPages(
      NewsroomArticles articles,
      ArticleDesk desk,
      WorkingCopies copies,
      Sections sections,
      Settings settings,
      IdentityFrames frames,
      Templates templates) {
    this.articles = articles;
    this.desk = desk;
    this.copies = copies;
    this.sections = sections;
    this.settings = settings;
    this.frames = frames;
    this.templates = templates;
  }

  /** What is asked for, by its address. */
  private record Asked(ArticleState state, String section, String words, boolean mine, int page) {
    String path(int other) {
      return PATH
          + "?stand="
          + state.word()
          + (section.isEmpty() ? "" : "&ressort=" + section)
          + (words.isEmpty() ? "" : "&worte=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
          + (mine ? "&meine=1" : "")
          + (other > 1 ? "&seite=" + other : "");
    }

    Asked in(ArticleState other) {
      return new Asked(other, section, words, mine, 1);
    }
  }

  @GetMapping(PATH)
  ResponseEntity<String> list(
      @RequestParam(defaultValue = "draft") String stand,
      @RequestParam(defaultValue = "") String ressort,
      @RequestParam(defaultValue = "") String worte,
      @RequestParam(defaultValue = "") String meine,
      @RequestParam(defaultValue = "1") String seite,
      @RequestParam(defaultValue = "") String fertig,
      Reader reader) {
    Asked asked =
        new Asked(
            state(stand),
            sections.find(ressort).map(Section::slug).orElse(""),
            Shortened.to(LONGEST, Storable.of(worte).strip()),
            meine.equals("1"),
            page(seite));
    return page(200, asked, fertig, reader, null);
  }

  @PostMapping(PATH)
  ResponseEntity<String> begin(@RequestParam(defaultValue = "") String ressort, Reader editor) {
    try {
      return IdentityFrames.seeOther(PATH + "/" + desk.begin(ressort, editor)).build();
    } catch (Failure refused) {
      String why = Messages.of(editor.language()).get(refused.key(), refused.arguments());
      return page(
          refused.kind().status(),
          new Asked(ArticleState.DRAFT, "", "", false, 1),
          "",
          editor,
          why);
    }
  }

  private ResponseEntity<String> page(
      int status, Asked asked, String done, Reader reader, @Nullable String problem) {
    Messages words = Messages.of(reader.language());
    return IdentityFrames.answer(
        status,
        templates
            .editorList(
                frames.frame(reader, "editor.list-title"),
                view(asked, done, reader, words),
                problem)
            .render());
  }

  private ArticleListView view(Asked asked, String done, Reader reader, Messages words) {
    List<Section> all = sections.all();
    List<String> slugs = all.stream().map(Section::slug).toList();
    NewsroomArticles.Search search =
        new NewsroomArticles.Search(
            asked.state(),
            asked.section().isEmpty() ? null : asked.section(),
            slugs,
            asked.words(),
            asked.mine() ? reader.account() : null);
    List<NewsroomArticles.Row> found = articles.find(search, (asked.page() - 1) * ROWS, ROWS + 1);
    List<NewsroomArticles.Row> rows = found.subList(0, Math.min(ROWS, found.size()));
    return new ArticleListView(
        asked.state(),
        rows,
        copies.workers(rows.stream().map(NewsroomArticles.Row::id).toList()),
        tabs(asked, slugs),
        all,
        all.stream().filter(section -> reader.has(Role.EDITOR, section.slug())).toList(),
        asked.section(),
        asked.words(),
        asked.mine(),
        found.size() > ROWS ? asked.path(asked.page() + 1) : null,
        words.knows("editor.done-" + done) ? words.get("editor.done-" + done) : null,
        new Times(settings.zone(), words.locale()));
  }

  private List<ArticleListView.Tab> tabs(Asked asked, List<String> slugs) {
    Map<ArticleState, Integer> counts = articles.counts(slugs);
    List<ArticleListView.Tab> tabs = new ArrayList<>();
    for (ArticleState state : ArticleState.values()) {
      boolean counted = state != ArticleState.PUBLISHED && state != ArticleState.WITHDRAWN;
      String count = counted ? Integer.toString(counts.getOrDefault(state, 0)) : "";
      tabs.add(new ArticleListView.Tab(state, asked.in(state).path(1), count));
    }
    return tabs;
  }

  private static ArticleState state(String word) {
    return Arrays.stream(ArticleState.values())
        .filter(state -> state.word().equals(word))
        .findFirst()
        .orElseThrow(Failure::notFound);
  }

  private static int page(String typed) {
    return typed.matches("[1-9][0-9]{0,2}") ? Math.min(MOST_PAGES, Integer.parseInt(typed)) : 1;
  }
}
