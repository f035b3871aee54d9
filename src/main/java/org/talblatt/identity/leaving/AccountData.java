package org.talblatt.identity.leaving;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;
import org.talblatt.paper.AuditLog;

/** What identity itself holds: the account, its roles and sessions, texts kept at the wall. */
@Component
class AccountData implements PersonalData {
  private final AccountRecords records;
  private final AuditLog log;

  AccountData(AccountRecords records, AuditLog log) {
    this.records = records;
    this.log = log;
  }

  @Override
  public Set<String> columns() {
    return Set.of(
        "account.email",
        "account.email_key",
        "account_role.account",
        "session.account",
        "mailed_link.account",
        "kept_text.account",
        "registration.email",
        "registration.email_key",
        "leaving.account",
        "leaving_link.account",
        "erasure.account",
        "data_export.account",
        "audit_entry.account",
        "audit_entry.by_account");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section(
        "account",
        "leaving.data-account",
        rows -> records.account(account, row -> rows.accept(person(row))));
    into.section(
        "sessions",
        "identity.sessions",
        rows -> records.sessions(account, row -> rows.accept(session(row))));
    into.section(
        "kept-texts",
        "leaving.data-kept-texts",
        rows -> records.keptTexts(account, row -> rows.accept(keptText(row))));
    into.section(
        "changes",
        "leaving.data-changes-of-account",
        rows -> records.changes(account, row -> rows.accept(change(row))));
  }

  private static PersonalRecord person(AccountRecords.Person person) {
    return new PersonalRecord()
        .with("name", "identity.name-label", person.name())
        .with("email", "identity.email-label", person.email())
        .with("language", "identity.language-label", person.language())
        .with("state", "leaving.data-state", person.state())
        .with("createdAt", "leaving.data-created", person.createdAt())
        .with("confirmedAt", "leaving.data-confirmed", person.confirmedAt())
        .with("acceptedRules", "leaving.data-rules", person.acceptedRules())
        .with("acceptedPrivacy", "leaving.data-privacy", person.acceptedPrivacy())
        .with("acceptedAge", "leaving.data-age", person.acceptedAge())
        .with("hasPassword", "leaving.data-password", person.hasPassword())
        .with("roles", "leaving.data-roles", person.roles());
  }

  private static PersonalRecord session(AccountRecords.OfDevice session) {
    return new PersonalRecord()
        .with("device", "leaving.data-device", session.device())
        .with("program", "leaving.data-program", session.bearer())
        .with("createdAt", "leaving.data-begun", session.createdAt())
        .with("seenAt", "leaving.data-seen-at", session.seenAt())
        .with("expiresAt", "leaving.data-ends", session.expiresAt());
  }

  private static PersonalRecord change(AccountRecords.Change change) {
    return new PersonalRecord()
        .with("at", "leaving.data-changed", change.at())
        .with("what", "leaving.data-what", change.what())
        .with("details", "leaving.data-details", change.details());
  }

  private static PersonalRecord keptText(AccountRecords.Kept kept) {
    return new PersonalRecord()
        .with("article", "leaving.data-article", kept.article())
        .with("replyTo", "leaving.data-reply-to", kept.replyTo())
        .with("changes", "leaving.data-changes", kept.edits())
        .with("text", "leaving.data-text", kept.text())
        .with("createdAt", "leaving.data-created", kept.createdAt())
        .with("expiresAt", "leaving.data-ends", kept.expiresAt());
  }

  @Override
  public boolean erase(Leaver leaver) {
    records.erase(leaver.account());
    log.forget(leaver.account());
    return false;
  }
}
