package org.talblatt.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.PersonalThread;
import org.talblatt.discussion.TalkRules;
import org.talblatt.discussion.TalkSettings;
import org.talblatt.discussion.ThreadAddress;
import org.talblatt.discussion.ThreadOrder;
import org.talblatt.discussion.ThreadPage;
import org.talblatt.discussion.ThreadReading;
import org.talblatt.identity.Reader;
import org.talblatt.identity.SessionToken;

/** What one reader sees of an article: as data for the public page, and as a page of its own. */
@Controller
@RequestMapping("/ich/artikel/{article:[1-9][0-9]{0,17}}")
class PersonalPages {
  private static final CacheControl PRIVATE = CacheControl.noStore().cachePrivate();
  private static final Pattern SINCE = Pattern.compile("[0-9]{1,9}");
  private static final MediaType JSON = MediaType.APPLICATION_JSON;
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final Articles articles;
  private final ThreadReading threads;
  private final Discussion discussion;
  private final TalkSettings settings;
  private final Overlays overlays;
  private final ArticleView view;

  PersonalPages(
      Articles articles,
      ThreadReading threads,
      Discussion discussion,
      TalkSettings settings,
      Overlays overlays,
      ArticleView view) {
    this.articles = articles;
    this.threads = threads;
    this.discussion = discussion;
    this.settings = settings;
    this.overlays = overlays;
    this.view = view;
  }

  /**
   * The overlay: at most one statement, none without a session; {@code {}} for who has none.
   *
   * @param seit what the reader had seen when they came, where they are turning pages
   */
  @GetMapping
  ResponseEntity<String> overlay(
      @PathVariable long article,
      @RequestParam @Nullable String seit,
      Optional<SessionToken> token) {
    ArticleId id = new ArticleId(article);
    String data = token.flatMap(shown -> overlays.of(shown, id, since(seit))).orElse("{}");
    return ResponseEntity.ok().cacheControl(PRIVATE).contentType(JSON).body(data);
  }

  /** How far the reader has seen the thread; sent by the page when it is left. */
  @PostMapping("/gelesen")
  ResponseEntity<Void> seen(
      @PathVariable long article, @RequestParam int bis, Optional<Reader> reader) {
    if (bis > 0) {
      reader.ifPresent(known -> discussion.seen(known, new ArticleId(article), bis));
    }
    return ResponseEntity.noContent().build();
  }

  /** The article as this reader sees it, for those without JavaScript. */
  @GetMapping("/ansicht")
  ResponseEntity<String> view(
      @PathVariable long article,
      @RequestParam @Nullable String seite,
      @RequestParam @Nullable String sortierung,
      @RequestParam @Nullable String stand,
      @RequestParam @Nullable String kommentar,
      @RequestParam @Nullable String seit,
      Optional<Reader> reader) {
    ArticleId id = new ArticleId(article);
    Article shown = articles.page(id).orElseThrow(() -> articles.missing(id));
    if (reader.isEmpty()) {
      return seeOther(Links.login(Links.personalView(id)));
    }
    TalkRules rules = settings.of(shown);
    ThreadOrder usual = rules.order();
    ThreadAddress asked = ThreadAddress.of(rules, sortierung, PageNumber.of(seite), stand);
    ThreadPage thread = thread(id, asked, kommentar).orElse(null);
    if (thread == null) {
      int pages = threads.pages(id, asked.order());
      return seeOther(Links.personalView(id) + asked.newest(pages).query(usual));
    }
    PersonalThread personal = threads.personal(reader.get(), thread, since(seit));
    // a script would have told it
    discussion.seen(reader.get(), id, thread.last());
    return ResponseEntity.ok()
        .cacheControl(PRIVATE)
        .contentType(HTML)
        .body(view.html(shown, thread, personal));
  }

  /**
   * The page that holds the comment asked for, else the page asked for; empty where its ranking has
   * expired.
   */
  private Optional<ThreadPage> thread(
      ArticleId id, ThreadAddress asked, @Nullable String kommentar) {
    ThreadReading.Place place =
        kommentar == null
            ? new ThreadReading.Place(asked.number(), asked.stand())
            : threads
                .placeOf(new CommentId(id, PageNumber.of(kommentar)), asked.order())
                .orElse(new ThreadReading.Place(1, 0));
    return place.stand() == 0
        ? Optional.of(threads.page(id, asked.order(), place.page()))
        : threads.page(id, asked.order(), place.page(), place.stand());
  }

  /** A comment's number, or 0; null where none is given. */
  private static @Nullable Integer since(@Nullable String typed) {
    return typed != null && SINCE.matcher(typed).matches() ? Integer.valueOf(typed) : null;
  }

  private static ResponseEntity<String> seeOther(String path) {
    return ResponseEntity.status(303)
        .header(HttpHeaders.LOCATION, URI.create(path).toString())
        .build();
  }
}
