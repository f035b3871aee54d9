package org.talblatt.discussion;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talblatt.article.Articles;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.identity.Reader;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.page.Stand;

/** The talk as JSON, through the same doors as its pages. */
@RestController
@RequestMapping("/api/v1/articles/{article:[1-9][0-9]{0,17}}/comments")
class CommentApi {
  private static final String NUMBER = "/{number:[1-9][0-9]{0,8}}";
  private static final Pattern CURSOR =
      Pattern.compile("([1-9][0-9]{0,8})\\.([0-9]{1,9})\\.([0-9]{1,18})");
  private static final int MOST = 100;

  private final Articles articles;
  private final Discussion discussion;
  private final ThreadReading reading;
  private final TalkSettings settings;
  private final CommentJson.Writer json;
  private final Stand stand;
  private final ClientAddress addresses;
  private final Clock clock;

  CommentApi(
      Articles articles,
      Discussion discussion,
      ThreadReading reading,
      TalkSettings settings,
      CommentJson.Writer json,
      Stand stand,
      ClientAddress addresses,
      Clock clock) {
    this.articles = articles;
    this.discussion = discussion;
    this.reading = reading;
    this.settings = settings;
    this.json = json;
    this.stand = stand;
    this.addresses = addresses;
    this.clock = clock;
  }

  /** A list in the shape of every list of the API. */
  record CommentList(List<CommentJson> items, @Nullable String next, int total) {}

  record NewText(@Nullable String text, @Nullable Integer replyTo) {}

  record ChangedText(@Nullable String text, @Nullable Integer revision) {}

  record NewVote(@Nullable Integer value) {}

  /**
   * Roots in the order asked for, each followed by its replies, oldest first. The total counts
   * published comments; the lines of removed ones stand between them besides.
   */
  @GetMapping
  CommentList list(
      @PathVariable long article,
      @RequestParam(defaultValue = "newest") String sort,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    ArticleId id = new ArticleId(article);
    TalkRules rules = rules(id);
    ThreadOrder order =
        ThreadOrder.ofApiName(sort)
            .filter(rules::offers)
            .orElseThrow(() -> Failure.invalid("sort", "discussion.order-unknown", sort));
    if (limit < 1 || limit > MOST) {
      throw Failure.invalid("limit", "discussion.limit-range", MOST);
    }
    ThreadReading.Stretch stretch = reading.after(id, order, cursor(cursor), limit);
    return new CommentList(
        stretch.comments().stream().map(comment -> json.of(comment, rules.rating())).toList(),
        spelled(stretch.next()),
        discussion.counts(List.of(id)).getOrDefault(id, 0));
  }

  @GetMapping(NUMBER)
  CommentJson one(@PathVariable long article, @PathVariable int number) {
    ArticleId id = new ArticleId(article);
    TalkRules rules = rules(id);
    return json.of(
        reading.published(new CommentId(id, number)).orElseThrow(Failure::notFound),
        rules.rating());
  }

  /** Writes or, with {@code replyTo}, answers. The same {@code Idempotency-Key} posts once. */
  @PostMapping
  ResponseEntity<CommentJson> post(
      @PathVariable long article,
      @RequestBody NewText body,
      @RequestHeader(name = "Idempotency-Key") @Nullable String key,
      Reader reader) {
    ArticleId id = new ArticleId(article);
    String text = body.text() == null ? "" : body.text();
    UUID submission = submission(key, id, body.replyTo());
    Discussion.Written written =
        body.replyTo() == null
            ? discussion.post(reader, id, text, submission, clock.instant())
            : discussion.reply(
                reader, parent(id, body.replyTo()), text, submission, clock.instant());
    Comment comment = written.comment();
    if (key != null
        && comment.revision() == 1
        && !comment.text().equals(CommentText.parse(text).value())) {
      throw Failure.of(Failure.Kind.CONFLICT, "discussion.key-used");
    }
    return ResponseEntity.created(URI.create(Links.comment(written.comment().id())))
        .header(HttpHeaders.SET_COOKIE, stand.cookie(id, written.change()).toString())
        .body(json.ofAuthor(comment, written.rating()));
  }

  private static UUID submission(
      @Nullable String key, ArticleId article, @Nullable Integer replyTo) {
    if (key == null) {
      return UUID.randomUUID();
    }
    if (key.isBlank()) {
      throw Failure.invalid("Idempotency-Key", "discussion.key-empty");
    }
    String place = article + "/" + replyTo + "/" + key;
    return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
  }

  /** Changes the own text; {@code revision}, where given, is what the author saw. */
  @PatchMapping(NUMBER)
  ResponseEntity<CommentJson> edit(
      @PathVariable long article,
      @PathVariable int number,
      @RequestBody ChangedText body,
      Reader reader) {
    CommentId id = new CommentId(new ArticleId(article), number);
    String text = body.text() == null ? "" : body.text();
    return written(discussion.edit(reader, id, body.revision(), text, clock.instant()));
  }

  @DeleteMapping(NUMBER)
  ResponseEntity<CommentJson> delete(
      @PathVariable long article, @PathVariable int number, Reader reader) {
    return written(discussion.delete(reader, new CommentId(new ArticleId(article), number)));
  }

  /** Sets the own vote: 1, -1, or 0 to take it back. */
  @PutMapping(NUMBER + "/vote")
  CommentJson vote(
      @PathVariable long article,
      @PathVariable int number,
      @RequestBody NewVote body,
      Reader reader,
      HttpServletRequest request) {
    CommentId id = new CommentId(new ArticleId(article), number);
    if (body.value() == null) {
      throw Failure.invalid("value", "discussion.vote-unknown");
    }
    Vote vote = Vote.of(body.value());
    Rated rating = discussion.vote(reader, id, vote, addresses.block(request), clock.instant());
    return json.of(reading.published(id).orElseThrow(Failure::notFound), rating);
  }

  private ResponseEntity<CommentJson> written(Discussion.Written written) {
    ArticleId id = written.comment().id().article();
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, stand.cookie(id, written.change()).toString())
        .body(json.ofAuthor(written.comment(), written.rating()));
  }

  private TalkRules rules(ArticleId id) {
    return settings.of(articles.published(id).orElseThrow(() -> articles.missing(id)));
  }

  private static CommentId parent(ArticleId article, int number) {
    if (number < 1) {
      throw Failure.invalid("replyTo", "discussion.parent-gone");
    }
    return new CommentId(article, number);
  }

  private static ThreadReading.@Nullable Cursor cursor(@Nullable String typed) {
    if (typed == null) {
      return null;
    }
    Matcher matcher = CURSOR.matcher(typed);
    if (!matcher.matches()) {
      throw Failure.invalid("cursor", "discussion.cursor-unknown");
    }
    return new ThreadReading.Cursor(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Long.parseLong(matcher.group(3)));
  }

  private static @Nullable String spelled(ThreadReading.@Nullable Cursor cursor) {
    return cursor == null ? null : cursor.number() + "." + cursor.read() + "." + cursor.stand();
  }
}
