package org.talblatt.discussion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.platform.page.PageChanges;

/**
 * The door for talk that was held elsewhere. It comes in as it stood there, whatever the article's
 * rules say today, and nobody is told of it: no notice, no mail, nothing for who follows.
 */
@Service
public class CarriedTalk {
  /** Other systems allow longer texts than we do; nothing that somebody said is cut. */
  private static final int LONGEST = 20_000;

  private static final Pattern SIGN = Pattern.compile("\\p{Punct}");

  private final Threads threads;
  private final Comments comments;
  private final CarriedComments carried;
  private final MarkupWithMentions markup;
  private final PageChanges pages;

  CarriedTalk(
      Threads threads,
      Comments comments,
      CarriedComments carried,
      MarkupWithMentions markup,
      PageChanges pages) {
    this.threads = threads;
    this.comments = comments;
    this.carried = carried;
    this.markup = markup;
    this.pages = pages;
  }

  /**
   * Reads and renders a text. One that is nothing but signs of our markup is taken by its letters:
   * elsewhere it was to be seen.
   *
   * @throws Failure where there is nothing to be seen in it, or too much
   */
  public CarriedText read(String typed) {
    if (typed.length() > 2 * LONGEST) {
      throw Failure.invalid("text", "discussion.text-too-long", typed.length(), LONGEST);
    }
    CommentText text = CommentText.parse(typed).atMost(LONGEST);
    MarkupWithMentions.Rendered rendered;
    try {
      rendered = markup.render(text);
    } catch (Failure onlyMarkup) {
      String letters = SIGN.matcher(text.value()).replaceAll(Matcher.quoteReplacement("\\") + "$0");
      rendered = markup.render(new CommentText(letters));
    }
    return new CarriedText(text.value(), rendered.html(), rendered.mentioned());
  }

  /**
   * Puts comments under an article, behind what stands there: they get its next numbers in the
   * order given.
   *
   * @param stood numbers of comments that came with an earlier call, by what they are called
   *     elsewhere: at least the parents that are not among the comments given
   * @param given each behind its parent
   * @return the numbers given, by what the comments are called elsewhere
   */
  @Transactional
  public Map<String, Integer> take(
      ArticleId article, Map<String, Integer> stood, List<CarriedComment> given) {
    Threads.Counters thread = threads.lock(article);
    Places places = new Places(article, thread.lastNumber());
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<CarriedComments.Row> rows = new ArrayList<>();
    int published = 0;
    for (CarriedComment comment : given) {
      String parent = comment.parent();
      Integer replyTo = parent == null ? null : numbers.getOrDefault(parent, stood.get(parent));
      if (parent != null && replyTo == null) {
        throw new IllegalArgumentException("a comment before its parent");
      }
      Place place = places.add(replyTo, comment.state());
      numbers.put(comment.key(), place.number);
      rows.add(new CarriedComments.Row(place, comment));
      published += comment.state() == Comment.State.PUBLISHED ? 1 : 0;
    }
    carried.insert(article, rows);
    carried.countReplies(article, places.grown(thread.lastNumber()));
    carried.vote(article, rows);
    for (CarriedComments.Row row : rows) {
      comments.mention(
          new CommentId(article, row.place().number), row.comment().text().mentioned());
    }
    noted(article, given, thread.lastNumber() + rows.size(), published);
    return numbers;
  }

  private void noted(ArticleId article, Collection<CarriedComment> given, int last, int published) {
    // more changes than comments: what stood before may have become a line, so all is read anew
    String section = threads.count(article, last, published, published + 1);
    pages.changed("article:" + article);
    pages.changed(given.stream().map(comment -> "reader:" + comment.author()).distinct().toList());
    pages.countsChanged("home", "section:" + section);
  }

  /** Where a comment stands in its branch. */
  static final class Place {
    final int number;
    final @Nullable Integer replyTo;
    final int root;
    final int depth;
    private final Comment.State state;
    private final int before;
    private int replies;

    Place(
        int number,
        @Nullable Integer replyTo,
        int root,
        int depth,
        Comment.State state,
        int replies) {
      this.number = number;
      this.replyTo = replyTo;
      this.root = root;
      this.depth = depth;
      this.state = state;
      this.before = replies;
      this.replies = replies;
    }

    /** Replies that readers can see. */
    int replies() {
      return replies;
    }

    /** So many more than before. */
    int more() {
      return replies - before;
    }

    private boolean shown() {
      return state == Comment.State.PUBLISHED || replies > 0;
    }
  }

  /** The part of a thread that a delivery touches; what stands already is read where needed. */
  private final class Places {
    private final ArticleId article;
    private final Map<Integer, Place> known = new HashMap<>();
    private int last;

    private Places(ArticleId article, int last) {
      this.article = article;
      this.last = last;
    }

    private Place add(@Nullable Integer replyTo, Comment.State state) {
      last++;
      Place parent = replyTo == null ? null : at(replyTo);
      Place place =
          parent == null
              ? new Place(last, null, last, 0, state, 0)
              : new Place(last, replyTo, parent.root, parent.depth + 1, state, 0);
      known.put(last, place);
      if (place.shown()) {
        countUp(place);
      }
      return place;
    }

    /**
     * Where the parent was out of sight, it is a line from now on, and its own parent counts it.
     */
    private void countUp(Place shown) {
      Place child = shown;
      while (child.replyTo != null) {
        Place parent = at(child.replyTo);
        boolean before = parent.shown();
        parent.replies++;
        if (before) {
          return;
        }
        child = parent;
      }
    }

    private Place at(int number) {
      return known.computeIfAbsent(number, n -> carried.place(new CommentId(article, n)));
    }

    /** Those that stood before and have more replies now. */
    private List<Place> grown(int standing) {
      return known.values().stream()
          .filter(place -> place.number <= standing && place.more() > 0)
          .toList();
    }
  }
}
