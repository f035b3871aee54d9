package org.talblatt.widget;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talblatt.article.Article;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.discussion.Comment;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.ThreadReading;
import org.talblatt.discussion.Vote;
import org.talblatt.platform.http.ClientAddress;

/**
 * What a page of another house does for its reader. The pass names the page, so no address does: it
 * is good under this one talk.
 */
@RestController
@RequestMapping("/api/v1/embed")
class EmbedApi {
  private static final String COMMENT = "/comments/{number:[1-9][0-9]{0,8}}";

  private final EmbeddedTalk talk;
  private final Embedding embedding;
  private final FragmentDrawing drawing;
  private final Sites sites;
  private final Discussion discussion;
  private final ThreadReading reading;
  private final ClientAddress addresses;
  private final Clock clock;

  EmbedApi(
      EmbeddedTalk talk,
      Embedding embedding,
      FragmentDrawing drawing,
      Sites sites,
      Discussion discussion,
      ThreadReading reading,
      ClientAddress addresses,
      Clock clock) {
    this.talk = talk;
    this.embedding = embedding;
    this.drawing = drawing;
    this.sites = sites;
    this.discussion = discussion;
    this.reading = reading;
    this.addresses = addresses;
    this.clock = clock;
  }

  record NewText(@Nullable String text, @Nullable Integer replyTo, @Nullable UUID submission) {}

  record ChangedText(@Nullable String text, @Nullable Integer revision) {}

  record NewVote(@Nullable Integer value) {}

  /** What a write left behind. */
  record Written(int number, String state) {
    static Written of(Discussion.Written written) {
      return new Written(
          written.comment().number(), written.comment().state().name().toLowerCase(Locale.ROOT));
    }
  }

  /** The own comment as typed, to change it. */
  record Own(String text, int revision) {}

  /** The talk as this reader sees it: own votes, own comments that wait, what may be changed. */
  @GetMapping("/thread")
  ResponseEntity<String> thread(@RequestParam Map<String, String> query, Guest guest) {
    Pass pass = guest.pass();
    Article article =
        talk.find(pass.site(), pass.page())
            .map(drawing::article)
            .orElseGet(
                () ->
                    drawing.notYet(
                        sites.find(pass.site()).orElseThrow(Failure::forbidden), pass.page()));
    String html = drawing.draw(article, new FragmentDrawing.Part(query), guest.reader()).html();
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(html);
  }

  /** Writes or, with {@code replyTo}, answers; the same {@code submission} posts once. */
  @PostMapping("/comments")
  ResponseEntity<Written> post(@RequestBody NewText body, Guest guest) {
    UUID submission = body.submission() == null ? UUID.randomUUID() : body.submission();
    Integer parent = body.replyTo();
    if (parent != null && parent < 1) {
      throw Failure.invalid("replyTo", "discussion.parent-gone");
    }
    Discussion.Written written =
        talk.write(
            guest.reader(), guest.pass(), text(body.text()), parent, submission, clock.instant());
    return ResponseEntity.status(201).body(Written.of(written));
  }

  @GetMapping(COMMENT)
  ResponseEntity<Own> own(@PathVariable int number, Guest guest) {
    Comment comment =
        reading
            .onFile(comment(guest, number))
            .filter(found -> !found.removed())
            .filter(found -> found.author().account().equals(guest.reader().account()))
            .orElseThrow(Failure::notFound);
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(new Own(comment.text(), comment.revision()));
  }

  @PatchMapping(COMMENT)
  Written edit(@PathVariable int number, @RequestBody ChangedText body, Guest guest) {
    return Written.of(
        discussion.edit(
            guest.reader(),
            comment(guest, number),
            body.revision(),
            text(body.text()),
            clock.instant()));
  }

  @DeleteMapping(COMMENT)
  Written delete(@PathVariable int number, Guest guest) {
    return Written.of(discussion.delete(guest.reader(), comment(guest, number)));
  }

  /** Sets the own vote: 1, -1, or 0 to take it back. */
  @PutMapping(COMMENT + "/vote")
  Map<String, Integer> vote(
      @PathVariable int number,
      @RequestBody NewVote body,
      Guest guest,
      HttpServletRequest request) {
    if (body.value() == null) {
      throw Failure.invalid("value", "discussion.vote-unknown");
    }
    CommentId id = comment(guest, number);
    Vote vote = Vote.of(body.value());
    return discussion
        .vote(guest.reader(), id, vote, addresses.block(request), clock.instant())
        .told();
  }

  /** Ends the pass. */
  @DeleteMapping("/token")
  ResponseEntity<Void> end(HttpServletRequest request) {
    PassSessions.shown(request).ifPresent(embedding::end);
    return ResponseEntity.noContent().build();
  }

  private CommentId comment(Guest guest, int number) {
    ArticleId article =
        talk.find(guest.pass().site(), guest.pass().page()).orElseThrow(Failure::notFound);
    return new CommentId(article, number);
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
