package org.talblatt.discussion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.Article;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.OpeningRules;
import org.talblatt.base.Failure;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.platform.page.PageChanges;

/**
 * How the paper wants its talk, as a whole and by section, with all SQL of it. Kept in memory and
 * read again only after somebody changed it, on whatever node; every page follows at once.
 */
@Component
public class TalkSettings implements OpeningRules {
  /** What is purged when a setting changes, besides all pages. */
  private static final String TAG = "talk-settings";

  /** The key of the paper's own rules. */
  private static final String PAPER = "";

  private final JdbcClient db;
  private final PageChanges pages;
  private final AuditLog log;
  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  TalkSettings(JdbcClient db, PageChanges pages, AuditLog log) {
    this.db = db;
    this.pages = pages;
    this.log = log;
  }

  /** The rules under this article. */
  public TalkRules of(Article article) {
    return of(article.section().slug());
  }

  /** The rules of a section; the paper's for one that is new. */
  public TalkRules of(String section) {
    Map<String, TalkRules> rules = current();
    TalkRules own = rules.get(section);
    return own == null ? Objects.requireNonNull(rules.get(PAPER)) : own;
  }

  /** The rules of the paper. */
  public TalkRules paper() {
    return of(PAPER);
  }

  @Override
  public DiscussionRules under(String section, Instant published) {
    return of(section).opening().at(published);
  }

  private Map<String, TalkRules> current() {
    long changed = pages.lastChange(TAG);
    Known before = known.get();
    if (before != null && changed <= before.number()) {
      return before.rules();
    }
    // first: what is read may be newer than the number it claims, never older
    long number = pages.number();
    Map<String, TalkRules> rules = read();
    known.set(new Known(rules, number));
    return rules;
  }

  private Map<String, TalkRules> read() {
    Map<String, TalkRules> rules = new HashMap<>();
    db.sql("select * from talk_rule")
        .query(
            (RowCallbackHandler)
                row ->
                    rules.put(
                        Objects.requireNonNullElse(row.getString("section"), PAPER), rules(row)));
    return Map.copyOf(rules);
  }

  /** What is set for a section, or for the paper where it is null. */
  public TalkSetting stored(@Nullable String section) {
    return db.sql("select * from talk_setting where coalesce(section, '') = ?")
        .param(section == null ? PAPER : section)
        .query(TalkSettings::setting)
        .optional()
        .orElse(TalkSetting.NONE);
  }

  /**
   * Sets all of a section's own rules, or of the paper's.
   *
   * @throws Failure where the paper's are incomplete or the section doesn't exist
   */
  @Transactional
  public void change(@Nullable String section, TalkSetting setting, Actor by) {
    if (section == null && !setting.complete()) {
      throw Failure.of(Failure.Kind.INVALID, "rules.incomplete");
    }
    if (section != null && !exists(section)) {
      throw Failure.invalid("ressort", "article.section-unknown", section);
    }
    put(section, setting);
    log.record(
        AuditEntry.of(by, "talk.settings", section == null ? "paper" : section, setting.summary()));
    pages.changed("paper", TAG);
  }

  private boolean exists(String section) {
    return db.sql("select exists (select from section where slug = ?)")
        .param(section)
        .query(Boolean.class)
        .single();
  }

  private void put(@Nullable String section, TalkSetting setting) {
    db.sql("delete from talk_setting where coalesce(section, '') = ?")
        .param(section == null ? PAPER : section)
        .update();
    try {
      insert(section, setting);
    } catch (DuplicateKeyException atTheSameMoment) {
      throw Failure.of(Failure.Kind.CONFLICT, "failure.conflict");
    }
  }

  private void insert(@Nullable String section, TalkSetting setting) {
    db.sql(
            """
            insert into talk_setting (section, first_order, text_limit, edit_minutes,
              edit_answered, rating, mode, member_days, close_days, slow_minutes)
            values (:section, :order, cast(:limit as int), cast(:minutes as int),
              cast(:answered as boolean), :rating, :mode, cast(:days as int),
              cast(:close as int), cast(:slow as int))
            """)
        .param("section", section)
        .param("order", setting.order() == null ? null : setting.order().apiName())
        .param("limit", setting.textLimit())
        .param("minutes", setting.editMinutes())
        .param("answered", setting.editAnswered())
        .param("rating", word(setting.rating()))
        .param("mode", word(setting.mode()))
        .param("days", setting.memberDays())
        .param("close", setting.closeDays())
        .param("slow", setting.slowMinutes())
        .update();
  }

  private static @Nullable String word(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }

  private static TalkRules rules(ResultSet row) throws SQLException {
    int closeDays = row.getInt("close_days");
    TalkRules.Rating rating =
        TalkRules.Rating.valueOf(row.getString("rating").toUpperCase(Locale.ROOT));
    ThreadOrder order = ThreadOrder.ofApiName(row.getString("first_order")).orElseThrow();
    return new TalkRules(
        rating == TalkRules.Rating.OFF && order == ThreadOrder.BEST ? ThreadOrder.NEWEST : order,
        row.getInt("text_limit"),
        Duration.ofMinutes(row.getInt("edit_minutes")),
        row.getBoolean("edit_answered"),
        rating,
        new TalkRules.Opening(
            DiscussionRules.Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
            row.getInt("member_days"),
            closeDays == 0 ? null : Duration.ofDays(closeDays),
            Duration.ofMinutes(row.getInt("slow_minutes"))));
  }

  private static TalkSetting setting(ResultSet row, int n) throws SQLException {
    String order = row.getString("first_order");
    String rating = row.getString("rating");
    String mode = row.getString("mode");
    return new TalkSetting(
        order == null ? null : ThreadOrder.ofApiName(order).orElseThrow(),
        row.getObject("text_limit", Integer.class),
        row.getObject("edit_minutes", Integer.class),
        row.getObject("edit_answered", Boolean.class),
        rating == null ? null : TalkRules.Rating.valueOf(rating.toUpperCase(Locale.ROOT)),
        mode == null ? null : DiscussionRules.Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
        row.getObject("member_days", Integer.class),
        row.getObject("close_days", Integer.class),
        row.getObject("slow_minutes", Integer.class));
  }

  /** The rules as they were read at that number of {@link PageChanges}. */
  private record Known(Map<String, TalkRules> rules, long number) {}
}
