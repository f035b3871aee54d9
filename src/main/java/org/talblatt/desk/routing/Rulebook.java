package org.talblatt.desk.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.Sections;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.paper.Papers;
import org.talblatt.platform.page.PageChanges;
import org.talblatt.platform.text.Messages;
import org.talblatt.wire.WireRoute;
import org.talblatt.wire.WireRouting;

/**
 * The door to rules and places. Rules act in all sections, so who changes them must be an editor of
 * all. What waits already is marked anew; nothing of it goes out or away by a changed rule.
 */
@Service
class Rulebook {
  private final Rules rules;
  private final Sections sections;
  private final Papers papers;
  private final WireRouting waiting;
  private final AuditLog log;
  private final PageChanges pages;

  Rulebook(
      Rules rules,
      Sections sections,
      Papers papers,
      WireRouting waiting,
      AuditLog log,
      PageChanges pages) {
    this.rules = rules;
    this.sections = sections;
    this.papers = papers;
    this.waiting = waiting;
    this.log = log;
    this.pages = pages;
  }

  List<Rule> all() {
    return rules.all();
  }

  Rule find(long id) {
    return rules.find(id).orElseThrow(Failure::notFound);
  }

  List<OwnPlace> places() {
    return rules.places();
  }

  /** Puts a new rule at the end; returns its number. */
  @Transactional
  long create(Rule rule, Reader editor, Actor actor) {
    check(rule, editor);
    long id = rules.insert(rule);
    changed(actor, "rule.created", id, rule);
    return id;
  }

  /** Changes a rule; what somebody else changed since the form was opened is a conflict. */
  @Transactional
  void change(Rule rule, Reader editor, Actor actor) {
    check(rule, editor);
    if (!rules.update(rule)) {
      throw Failure.of(Failure.Kind.CONFLICT, "routing.changed-meanwhile");
    }
    changed(actor, "rule.changed", rule.id(), rule);
  }

  @Transactional
  void switchTo(long id, boolean active, Reader editor, Actor actor) {
    editor.requireEverywhere(Role.EDITOR);
    Rule rule = find(id);
    if (rules.switchTo(id, active)) {
      changed(actor, active ? "rule.switched-on" : "rule.switched-off", id, rule);
    }
  }

  /** Takes a rule of the paper's own away; one that came with the program is only switched off. */
  @Transactional
  void delete(long id, Reader editor, Actor actor) {
    editor.requireEverywhere(Role.EDITOR);
    Rule rule = find(id);
    if (rule.preset() != null) {
      throw Failure.of(Failure.Kind.CONFLICT, "routing.preset-stays");
    }
    rules.delete(id);
    changed(actor, "rule.deleted", id, rule);
  }

  /** Asks a rule before the one above it. */
  @Transactional
  void up(long id, Reader editor, Actor actor) {
    editor.requireEverywhere(Role.EDITOR);
    List<Long> order = new ArrayList<>(rules.all().stream().map(Rule::id).toList());
    int at = order.indexOf(id);
    if (at > 0) {
      Collections.swap(order, at, at - 1);
      rules.order(order);
      changed(actor, "rule.moved", id, find(id));
    }
  }

  @Transactional
  void setPlaces(List<OwnPlace> places, Reader editor, Actor actor) {
    editor.requireEverywhere(Role.EDITOR);
    rules.setPlaces(places);
    String names = places.stream().map(OwnPlace::name).collect(Collectors.joining(", "));
    log.record(AuditEntry.of(actor, "places.changed", "places", names));
    pages.changed(RoutingRules.TAG);
    waiting.changed();
  }

  private void check(Rule rule, Reader editor) {
    editor.requireEverywhere(Role.EDITOR);
    String section = rule.does().section();
    if (section != null && sections.find(section).isEmpty()) {
      throw Failure.invalid("section", "article.section-unknown", section);
    }
  }

  private void changed(Actor actor, String what, long id, Rule rule) {
    Messages words = Messages.of(papers.current().language());
    log.record(AuditEntry.of(actor, what, rule.title(words) + " (" + id + ")", told(rule)));
    pages.changed(RoutingRules.TAG);
    waiting.changed();
  }

  /** What it does, for the log: conditions are too long for it. */
  private static String told(Rule rule) {
    Rule.Does does = rule.does();
    List<String> told = new ArrayList<>();
    if (does.action() != WireRoute.Action.NONE) {
      told.add(does.action().name().toLowerCase(Locale.ROOT));
    }
    if (does.section() != null) {
      told.add("section " + does.section());
    }
    if (!does.discussion().isEmpty()) {
      told.add("discussion " + does.discussion());
    }
    if (does.lift() != 0) {
      told.add("weight " + does.lift());
    }
    return String.join(", ", told);
  }
}
