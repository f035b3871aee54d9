package org.talblatt.moderation;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;

/**
 * What moderation holds on people. Before somebody's texts are erased, what an open case needs of
 * them is sealed.
 */
@Component
class ModerationData implements PersonalData {
  private final Cases cases;
  private final EvidenceStore evidence;
  private final ModerationRecords records;
  private final Links links;

  ModerationData(
      Cases cases, EvidenceStore evidence, ModerationRecords records, Settings settings) {
    this.cases = cases;
    this.evidence = evidence;
    this.records = records;
    this.links = settings.links();
  }

  @Override
  public Set<String> columns() {
    return Set.of(
        "report.reporter",
        "report.email",
        "decision.account",
        "decision.decided_by",
        "complaint.complainant",
        "complaint.decided_by",
        "legal_order.registered_by",
        "legal_order.ended_by");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section(
        "decisions",
        "moderation.mine-decisions",
        rows ->
            cases.against(account).forEach(found -> rows.accept(record(found, into.messages()))));
    into.section(
        "reports",
        "moderation.mine-reports",
        rows ->
            cases
                .reportedBy(account)
                .forEach(found -> rows.accept(record(found, into.messages()))));
  }

  private PersonalRecord record(Case found, Messages words) {
    PersonalRecord record = new PersonalRecord();
    CommentId comment = found.comment();
    if (comment != null) {
      record.with(
          "comment",
          "moderation.fact-comment",
          java.net.URI.create(links.absolute(Links.comment(comment))));
    }
    Report report = found.report();
    if (report != null) {
      record
          .with("reason", "moderation.fact-report", report.reason().word())
          .with("text", "moderation.report-text", report.text())
          .with("reportedAt", "moderation.fact-reported-at", report.createdAt());
    }
    Decision decision = found.decision();
    if (decision != null) {
      Ground ground = decision.ground();
      record
          .with("decision", "moderation.fact-decision", decision.kind().word())
          .with("decidedAt", "moderation.fact-decided-at", decision.at())
          .with("until", "moderation.fact-until", decision.until())
          .with("ground", "moderation.fact-ground", ground == null ? null : ground.words(words))
          .with("statement", "moderation.fact-statement", decision.statement());
    }
    Complaint complaint = found.complaint();
    if (complaint != null) {
      record
          .with("objection", "moderation.fact-objection", complaint.text())
          .with("objectedAt", "moderation.fact-objected-at", complaint.createdAt())
          .with("answer", "moderation.fact-answer", complaint.statement());
    }
    return record;
  }

  @Override
  public void keepFirst(Leaver leaver) {
    evidence.seal(leaver.account());
  }

  @Override
  public boolean erase(Leaver leaver) {
    return records.forget(leaver.account());
  }
}
