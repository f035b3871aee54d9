package org.talblatt.desk.ways;

import java.net.URI;
import java.security.SecureRandom;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.talblatt.article.Sections;
import org.talblatt.base.Failure;
import org.talblatt.identity.Token;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.platform.Settings;
import org.talblatt.wire.Provider;
import org.talblatt.wire.Providers;

/** The door to whom we have an agreement with, and on which ways their copy comes in. */
@Service
public class AgencyCare {
  private static final int BEGINNING = 6;

  private final Providers providers;
  private final Ways ways;
  private final WayKeys keys;
  private final Sections sections;
  private final AuditLog log;
  private final WayRunner runner;
  private final DropFolders folders;
  private final SecureRandom random;
  private final boolean inside;

  AgencyCare(
      Providers providers,
      Ways ways,
      WayKeys keys,
      Sections sections,
      AuditLog log,
      WayRunner runner,
      DropFolders folders,
      SecureRandom random,
      Settings settings) {
    this.providers = providers;
    this.ways = ways;
    this.keys = keys;
    this.sections = sections;
    this.log = log;
    this.runner = runner;
    this.folders = folders;
    this.random = random;
    this.inside = settings.wire().inside();
  }

  /** Puts a provider on the list, with the ways that each one has. */
  @Transactional
  public Provider add(AgencyForm form, Actor by) {
    Provider provider = checked(form);
    if (!providers.insert(provider)) {
      throw Failure.invalid("kuerzel", "ways.name-taken", provider.name());
    }
    ways.insertOwn(provider.name());
    note(by, "agency.added", provider.name(), details(provider));
    afterCommit(() -> folders.make(provider.name()));
    return provider;
  }

  /** Changes what is agreed; the short name stays. */
  @Transactional
  public void change(AgencyForm form, Actor by) {
    Provider provider = checked(form);
    must(providers.update(provider));
    note(by, "agency.changed", provider.name(), details(provider));
  }

  /** Ends it, with all ways and keys. What came stays. */
  @Transactional
  public void remove(String name, Actor by) {
    must(providers.delete(name));
    note(by, "agency.removed", name, "");
  }

  private Provider checked(AgencyForm form) {
    Provider provider = form.provider();
    if (!provider.section().isEmpty() && sections.find(provider.section()).isEmpty()) {
      throw Failure.invalid("ressort", "article.section-unknown", provider.section());
    }
    return provider;
  }

  /** A further way, looked at at once. */
  @Transactional
  void addWay(String name, WayForm.Typed typed, Actor by) {
    must(providers.all().stream().anyMatch(each -> each.name().equals(name)));
    WayForm form = typed.form().over(null, inside);
    ways.insert(name, form);
    note(by, "agency.way-added", name, details(form.kind(), form.address()));
    lookSoon();
  }

  @Transactional
  void changeWay(String name, long id, WayForm.Typed typed, Actor by) {
    Way before = way(name, id);
    WayForm form = typed.at(before).form().over(before, inside);
    must(form.kind() == before.kind());
    ways.update(id, form);
    note(by, "agency.way-changed", name, details(form.kind(), form.address()));
    lookSoon();
  }

  @Transactional
  void removeWay(String name, long id, Actor by) {
    Way way = way(name, id);
    must(ways.delete(id));
    note(by, "agency.way-removed", name, details(way.kind(), way.address().toString()));
  }

  @Transactional
  void switchWay(String name, long id, boolean on, Actor by) {
    Way way = way(name, id);
    ways.setOn(id, on);
    String what = on ? "agency.way-on" : "agency.way-off";
    note(by, what, name, details(way.kind(), way.address().toString()));
    lookSoon();
  }

  /** From now on this key is the server's, and no other. */
  @Transactional
  void trust(String name, long id, String key, Actor by) {
    Way way = way(name, id);
    ways.trust(id, key);
    note(by, "agency.trusted", name, way.host() + " " + key);
    lookSoon();
  }

  /** Looks once now, out of turn. */
  @Transactional
  void look(String name, long id) {
    way(name, id);
    ways.hurry(id);
    lookSoon();
  }

  /** A new key to deliver with, the only time it is known. */
  @Transactional
  public String newKey(String name, Actor by) {
    must(providers.all().stream().anyMatch(each -> each.name().equals(name)));
    Token key = Token.random(random);
    String beginning = key.secret().substring(0, BEGINNING);
    keys.insert(name, key.hash(), beginning);
    note(by, "agency.key-made", name, beginning + "…");
    return key.secret();
  }

  @Transactional
  void revokeKey(String name, long id, Actor by) {
    String beginning = keys.delete(name, id).orElseThrow(Failure::notFound);
    note(by, "agency.key-revoked", name, beginning + "…");
  }

  private void lookSoon() {
    afterCommit(runner::startSoon);
  }

  private static void afterCommit(Runnable act) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            act.run();
          }
        });
  }

  private Way way(String name, long id) {
    return ways.find(id)
        .filter(each -> each.provider().equals(name))
        .orElseThrow(Failure::notFound);
  }

  private static void must(boolean found) {
    if (!found) {
      throw Failure.notFound();
    }
  }

  private void note(Actor by, String what, String name, String details) {
    log.record(AuditEntry.of(by, what, name, details));
  }

  private static String details(Provider provider) {
    return String.join(
        " · ",
        provider.title(),
        provider.credit(),
        provider.section(),
        provider.language(),
        provider.unread().name());
  }

  /** The host alone: a queue's whole address is a secret. */
  private static String details(WayKind kind, String address) {
    String host = URI.create(address).getHost();
    return host == null ? kind.word() : kind.word() + " · " + host;
  }
}
