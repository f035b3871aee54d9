package org.talblatt.discussion.rules;

import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.ArticlePeople;
import org.talblatt.article.ArticleVersions;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.Publishing;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.AccountName;
import org.talblatt.identity.ReaderNames;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;

/** The door to one article's rules: each change with its line in the audit log. */
@Service
class ArticleRules {
  private final Publishing publishing;
  private final ArticlePeople people;
  private final ArticleVersions versions;
  private final ReaderNames names;
  private final AuditLog log;

  ArticleRules(
      Publishing publishing,
      ArticlePeople people,
      ArticleVersions versions,
      ReaderNames names,
      AuditLog log) {
    this.publishing = publishing;
    this.people = people;
    this.versions = versions;
    this.names = names;
    this.log = log;
  }

  /**
   * Changes who may talk under an article and how.
   *
   * @param reason why; empty where an editor of the section gave none
   */
  @Transactional
  public void change(ArticleId id, DiscussionRules rules, String reason, Actor by) {
    publishing.discuss(id, rules);
    String details =
        "mode=%s member-days=%d closes=%s slow-minutes=%d %s"
            .formatted(
                rules.mode().name().toLowerCase(Locale.ROOT),
                rules.memberDays(),
                rules.closesAt() == null ? "never" : rules.closesAt(),
                rules.slow().toMinutes(),
                reason);
    log.record(AuditEntry.of(by, "talk.article", "article " + id, details.strip()));
  }

  /** Gives the account of this name a badge under an article. */
  @Transactional
  public void putPerson(ArticleId id, String name, String badge, Actor by) {
    AccountId account = account(name);
    people.put(id, account, badge(badge));
    log.record(AuditEntry.of(by, "talk.badge", account, "article " + id + " " + badge));
  }

  private AccountId account(String name) {
    String key = AccountName.key(name.length() > 100 ? "" : name.replace("\0", "").strip());
    ReaderNames.Named named = names.withKeys(java.util.List.of(key)).get(key);
    if (named == null) {
      throw Failure.invalid("name", "identity.account-unknown");
    }
    return named.account();
  }

  private static ArticlePeople.Badge badge(String word) {
    for (ArticlePeople.Badge badge : ArticlePeople.Badge.values()) {
      if (badge.word().equals(word)) {
        return badge;
      }
    }
    throw Failure.invalid("kennzeichen", "rules.choice-unknown", word);
  }

  @Transactional
  public void removePerson(ArticleId id, AccountId account, Actor by) {
    if (people.remove(id, account)) {
      log.record(AuditEntry.of(by, "talk.badge", account, "article " + id + " none"));
    }
  }

  /** Says of a version whether it changed what the article says, and whether readers see it. */
  @Transactional
  public void markVersion(
      ArticleId id, int version, boolean substantial, boolean hidden, Actor by) {
    versions.mark(id, version, substantial, hidden);
    String details = "substantial=%b hidden=%b".formatted(substantial, hidden);
    log.record(AuditEntry.of(by, "talk.wording", "article " + id + "/" + version, details));
  }
}
