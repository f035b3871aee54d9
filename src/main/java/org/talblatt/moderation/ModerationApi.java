package org.talblatt.moderation;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.paper.Actor;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Times;

/** What waits for moderators, and what they decide, as JSON. */
@RestController
@RequestMapping("/api/v1/moderation")
class ModerationApi {
  private static final Pattern CURSOR =
      Pattern.compile("([0-9]{1,18})\\.([1-9][0-9]{0,17})\\.([1-9][0-9]{0,8})");
  private static final int MOST = 100;
  private static final Duration LONGEST = Duration.ofDays(3650);
  private static final int MILLION = 1_000_000;

  private final Queue queue;
  private final Moderation moderation;
  private final ModerationFrames frames;
  private final Settings settings;
  private final Times times;

  ModerationApi(Queue queue, Moderation moderation, ModerationFrames frames, Settings settings) {
    this.queue = queue;
    this.moderation = moderation;
    this.frames = frames;
    this.settings = settings;
    this.times = new Times(settings.zone(), Locale.ROOT);
  }

  /** What waits here is no reader's business, and no cache's. */
  @ModelAttribute
  void keptByNobody(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }

  record AuthorJson(String name) {}

  record ReportJson(String reason, String text, String createdAt, boolean notice) {}

  /**
   * A comment that waits.
   *
   * @param decision the newest decision on it, to be sent back with the next; 0 for none
   */
  record EntryJson(
      long article,
      int number,
      String url,
      String section,
      AuthorJson author,
      String text,
      String html,
      String state,
      String createdAt,
      String waitingSince,
      long decision,
      List<ReportJson> reports) {}

  record QueueJson(List<EntryJson> items, @Nullable String next, int total) {}

  @GetMapping("/queue")
  QueueJson queue(
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      Reader moderator) {
    if (limit < 1 || limit > MOST) {
      throw Failure.invalid("limit", "discussion.limit-range", MOST);
    }
    List<String> sections = Sectioned.of(moderator);
    List<QueueEntry> found = queue.waiting(sections, cursor(cursor), limit + 1);
    List<QueueEntry> shown = found.subList(0, Math.min(limit, found.size()));
    return new QueueJson(
        shown.stream().map(this::json).toList(),
        found.size() > limit ? cursor(shown.getLast()) : null,
        queue.count(sections));
  }

  record ItemJson(@Nullable Long article, @Nullable Integer number, @Nullable Long seen) {}

  /**
   * What is to be done with these comments, with all or with none.
   *
   * @param decision {@code keep}, {@code reject}, {@code suspend} or {@code ban}
   * @param ground {@code rules:2} or {@code law:…}; with {@code category} asked of all but keep
   * @param until when a suspension ends
   */
  record NewDecision(
      @Nullable List<@Nullable ItemJson> items,
      @Nullable String decision,
      @Nullable String ground,
      @Nullable String category,
      @Nullable String statement,
      @Nullable String until) {}

  record DecisionJson(
      long id, long article, int number, String decision, String statement, String decidedAt) {}

  record DecisionList(List<DecisionJson> items, @Nullable String next, int total) {}

  @PostMapping("/decisions")
  DecisionList decide(@RequestBody NewDecision body, Reader moderator, Actor from) {
    List<DecisionJson> made = new ArrayList<>();
    for (Moderation.Decided decided :
        moderation.decide(moderator, from, items(body), ruling(body), frames.now())) {
      Decision decision = decided.decision();
      CommentId id = java.util.Objects.requireNonNull(decision.comment());
      made.add(
          new DecisionJson(
              decision.id(),
              id.article().value(),
              id.number(),
              decision.kind().word(),
              decision.statement(),
              times.iso(decision.at())));
    }
    return new DecisionList(made, null, made.size());
  }

  private static List<Moderation.Item> items(NewDecision body) {
    List<Moderation.Item> items = new ArrayList<>();
    for (ItemJson item : body.items() == null ? List.<@Nullable ItemJson>of() : body.items()) {
      items.add(item(item));
    }
    if (items.isEmpty() || items.size() > MOST) {
      throw Failure.invalid("items", "moderation.items-wrong", MOST);
    }
    return items;
  }

  private static Moderation.Item item(@Nullable ItemJson item) {
    if (item == null) {
      throw Failure.invalid("items", "moderation.items-wrong", MOST);
    }
    Long article = item.article();
    Integer number = item.number();
    if (article == null || number == null || article < 1 || number < 1) {
      throw Failure.invalid("items", "moderation.items-wrong", MOST);
    }
    return new Moderation.Item(new CommentId(new ArticleId(article), number), item.seen());
  }

  private Ruling ruling(NewDecision body) {
    String kind = body.decision() == null ? "" : body.decision();
    String statement = Prose.text("statement", body.statement() == null ? "" : body.statement());
    if (kind.equals("keep")) {
      return Ruling.keep(statement);
    }
    if (!List.of("reject", "suspend", "ban").contains(kind)) {
      throw Failure.invalid("decision", "moderation.decision-missing");
    }
    if (statement.isEmpty()) {
      throw Failure.invalid("statement", "moderation.statement-missing");
    }
    Ground ground =
        Optional.ofNullable(body.ground())
            .flatMap(Ground::parse)
            .orElseThrow(() -> Failure.invalid("ground", "moderation.ground-missing"));
    Category category =
        Category.coded(body.category() == null ? defaultCategory(ground) : body.category())
            .orElseThrow(() -> Failure.invalid("category", "moderation.category-missing"));
    Decision.Kind restriction = Decision.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    return new Ruling(restriction, ground, category, statement, until(restriction, body));
  }

  private static String defaultCategory(Ground ground) {
    return switch (ground) {
      case Ground.Rules rules -> Category.OTHER_VIOLATION_TC.code();
      case Ground.Law law -> Category.ILLEGAL_OR_HARMFUL_SPEECH.code();
    };
  }

  private @Nullable Instant until(Decision.Kind kind, NewDecision body) {
    if (kind != Decision.Kind.SUSPEND) {
      return null;
    }
    try {
      Instant until = OffsetDateTime.parse(body.until() == null ? "" : body.until()).toInstant();
      if (until.isAfter(frames.now()) && until.isBefore(frames.now().plus(LONGEST))) {
        return until;
      }
    } catch (DateTimeException noMoment) {
      throw Failure.invalid("until", "moderation.until-wrong");
    }
    throw Failure.invalid("until", "moderation.until-wrong");
  }

  private EntryJson json(QueueEntry entry) {
    return new EntryJson(
        entry.id().article().value(),
        entry.id().number(),
        settings.links().absolute(entry.path()),
        entry.section(),
        new AuthorJson(entry.author()),
        entry.text(),
        entry.html().html(),
        entry.state().name().toLowerCase(Locale.ROOT),
        times.iso(entry.createdAt()),
        times.iso(entry.since()),
        entry.decision(),
        entry.reports().stream().map(this::json).toList());
  }

  private ReportJson json(Report report) {
    return new ReportJson(
        report.reason().word(),
        report.text(),
        times.iso(report.createdAt()),
        report.reason() == Reason.ILLEGAL);
  }

  private static String cursor(QueueEntry last) {
    Instant since = last.since();
    long micros = since.getEpochSecond() * MILLION + since.getNano() / 1000;
    return micros + "." + last.id().article() + "." + last.id().number();
  }

  private static Queue.@Nullable Cursor cursor(@Nullable String typed) {
    if (typed == null) {
      return null;
    }
    Matcher matcher = CURSOR.matcher(typed);
    if (!matcher.matches()) {
      throw Failure.invalid("cursor", "discussion.cursor-unknown");
    }
    long micros = Long.parseLong(matcher.group(1));
    return new Queue.Cursor(
        Instant.ofEpochSecond(micros / MILLION, micros % MILLION * 1000),
        new CommentId(
            new ArticleId(Long.parseLong(matcher.group(2))), Integer.parseInt(matcher.group(3))));
  }
}
