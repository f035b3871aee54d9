package org.talblatt.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.ArticleState;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.Draft;
import org.talblatt.article.NewsroomArticles;
import org.talblatt.article.Publishing;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.text.ArticleHtml;
import org.talblatt.platform.text.SafeHtml;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireItemId;

/** Brings an agency's item into an article that is out already: blocks of its text, its credit. */
@Service
class Merging {
  private static final int LOOKED = 200;
  private static final int OFFERED = 20;

  private final Wire wire;
  private final MergedItems merged;
  private final NewsroomArticles newsroom;
  private final ArticlesOnFile articles;
  private final Publishing publishing;
  private final Clock clock;

  Merging(
      Wire wire,
      MergedItems merged,
      NewsroomArticles newsroom,
      ArticlesOnFile articles,
      Publishing publishing,
      Clock clock) {
    this.wire = wire;
    this.merged = merged;
    this.newsroom = newsroom;
    this.articles = articles;
    this.publishing = publishing;
    this.clock = clock;
  }

  /** The blocks of an item's text, in order. */
  static List<SafeHtml> blocks(WireItem item) {
    return Jsoup.parseBodyFragment(item.body().html()).body().children().stream()
        .map(Element::outerHtml)
        .map(ArticleHtml::clean)
        .toList();
  }

  /** Published articles of these sections: those whose headline shares most words come first. */
  List<NewsroomArticles.Row> candidates(String headline, String words, List<String> sections) {
    NewsroomArticles.Search search =
        new NewsroomArticles.Search(ArticleState.PUBLISHED, null, sections, words, null);
    Set<String> wanted = words(headline);
    return newsroom.find(search, 0, LOOKED).stream()
        .sorted(Comparator.comparingInt(row -> -shared(wanted, row.headline())))
        .limit(OFFERED)
        .toList();
  }

  private static int shared(Set<String> wanted, String headline) {
    Set<String> both = new HashSet<>(words(headline));
    both.retainAll(wanted);
    return both.size();
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (word.length() > 3) {
        words.add(word);
      }
    }
    return words;
  }

  /**
   * Puts the chosen blocks at the end of the article and its agency into the credit.
   *
   * @param version of the article that the editor saw
   * @param chosen places of blocks, as {@link #blocks} counts them; may be none
   */
  @Transactional
  void merge(WireItemId id, ArticleId article, int version, Set<Integer> chosen, Reader editor) {
    editor.require(Role.EDITOR);
    ArticlesOnFile.OnFile present =
        articles
            .lock(article)
            .filter(ArticlesOnFile.OnFile::published)
            .orElseThrow(() -> Failure.invalid("beitrag", "inbox.merge-choose"));
    editor.require(Role.EDITOR, present.draft().section());
    if (present.version() != version) {
      throw Failure.of(Failure.Kind.CONFLICT, "inbox.merge-stale");
    }
    wire.take(id, editor.account());
    WireItem item = wire.newest(id);
    if (!chosen.isEmpty() && comesOutBelow(item.embargo(), present.draft().embargoUntil())) {
      throw Failure.of(Failure.Kind.INVALID, "inbox.merge-embargo");
    }
    Draft draft = with(present.draft(), item, chosen);
    if (!draft.equals(present.draft())) {
      publishing.correct(article, version, draft, editor.account());
    }
    merged.put(id, article, !chosen.isEmpty());
  }

  /** Whether readers would have the text before the agency lets them. */
  private boolean comesOutBelow(@Nullable OffsetDateTime theirs, @Nullable Instant ours) {
    Instant floor = theirs == null ? null : theirs.toInstant();
    return floor != null
        && floor.isAfter(clock.instant())
        && (ours == null || ours.isBefore(floor));
  }

  private static Draft with(Draft draft, WireItem item, Set<Integer> chosen) {
    StringBuilder html = new StringBuilder(draft.body().html());
    List<SafeHtml> blocks = blocks(item);
    for (int place = 0; place < blocks.size(); place++) {
      if (chosen.contains(place)) {
        html.append(blocks.get(place).html());
      }
    }
    return MergedDraft.of(draft, ArticleHtml.clean(html.toString()), both(draft, item));
  }

  /** "APA/dpa" and "dpa" stay "APA/dpa". */
  private static String both(Draft draft, WireItem item) {
    String theirs = item.credit().isEmpty() ? item.provider() : item.credit();
    List<String> names = new ArrayList<>(List.of(draft.credit().split("/")));
    names.removeIf(String::isBlank);
    Arrays.stream(theirs.split("/"))
        .map(String::strip)
        .filter(name -> names.stream().noneMatch(known -> known.strip().equalsIgnoreCase(name)))
        .forEach(names::add);
    return String.join("/", names);
  }
}
