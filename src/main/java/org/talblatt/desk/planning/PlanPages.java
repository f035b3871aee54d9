package org.talblatt.desk.planning;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import org.talblatt.wire.DeskKind;
import org.talblatt.wire.WireSearch;
import talblatt.template.Templates;

/**
 * What agencies announced for a day: plans, previews, notices; what is released, what comes out.
 */
@Controller
class PlanPages {
  static final String PATH = "/redaktion/planung";

  private static final int BEFORE = 2;
  private static final int AFTER = 6;
  private static final int MOST = 500;

  /** Nothing is planned further away; a year of five figures is no mistake of the database's. */
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

  private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

  private final WireSearch search;
  private final PlannedArticles planned;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;
  private final Clock clock;

  PlanPages(
      WireSearch search,
      PlannedArticles planned,
      IdentityFrames frames,
      Templates templates,
      Settings settings,
      Clock clock) {
    this.search = search;
    this.planned = planned;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping(PATH)
  ResponseEntity<String> day(@RequestParam(defaultValue = "") String tag, Reader reader) {
    Messages words = Messages.of(reader.language());
    LocalDate day = parsed(tag);
    return IdentityFrames.answer(
        200,
        templates.planningDay(frames.frame(reader, "planning.title"), view(words, day)).render());
  }

  /** Today where it is no day. */
  private LocalDate parsed(String tag) {
    LocalDate today = LocalDate.now(clock.withZone(settings.zone()));
    try {
      LocalDate day = tag.isEmpty() ? today : LocalDate.parse(tag);
      return day.isBefore(FIRST) || day.isAfter(LAST) ? today : day;
    } catch (DateTimeException noDay) {
      return today;
    }
  }

  private PlanView view(Messages words, LocalDate day) {
    ZoneId zone = settings.zone();
    List<WireSearch.Plan> plans =
        search.plans(day.minusDays(BEFORE), day.plusDays(AFTER), zone, MOST);
    Times times = new Times(zone, words.locale());
    return new PlanView(
        day,
        times.day(day.atTime(12, 0).atZone(zone).toInstant()),
        week(words, day, plans),
        groups(plans.stream().filter(plan -> plan.day().equals(day)).toList()),
        search.embargoed(day, zone, MOST),
        planned.on(day, zone),
        times);
  }

  private static List<PlanView.Day> week(
      Messages words, LocalDate day, List<WireSearch.Plan> plans) {
    DateTimeFormatter name =
        DateTimeFormatter.ofPattern(
            words.language().equals("de") ? "EE d.M." : "EE d/M", words.locale());
    List<PlanView.Day> week = new ArrayList<>();
    for (LocalDate each = day.minusDays(BEFORE);
        !each.isAfter(day.plusDays(AFTER));
        each = each.plusDays(1)) {
      LocalDate of = each;
      int count = (int) plans.stream().filter(plan -> plan.day().equals(of)).count();
      week.add(new PlanView.Day(each, name.format(each), count, each.equals(day)));
    }
    return week;
  }

  private static List<PlanView.Group> groups(List<WireSearch.Plan> plans) {
    List<PlanView.Group> groups = new ArrayList<>();
    for (DeskKind kind : DeskKind.values()) {
      List<WireSearch.Plan> some = plans.stream().filter(plan -> plan.kind() == kind).toList();
      if (!some.isEmpty()) {
        groups.add(new PlanView.Group(kind, some));
      }
    }
    return groups;
  }
}
