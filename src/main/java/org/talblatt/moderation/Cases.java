package org.talblatt.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;

/** Reads reports and decisions together with what came of them. */
@Repository
class Cases {
  private static final String COLUMNS =
      "select "
          + Reports.COLUMNS
          + ", "
          + Decisions.COLUMNS
          + ", "
          + Complaints.COLUMNS
          + """
          , coalesce(a.headline, '') as headline, coalesce(nullif(m.text, ''), e.text, '') as text
          """;

  private static final String THING =
      """
      left join article a on a.id = coalesce(d.article, r.article)
      left join comment m on m.article = coalesce(d.article, r.article)
        and m.number = coalesce(d.number, r.number)
      left join evidence e on e.article = coalesce(d.article, r.article)
        and e.number = coalesce(d.number, r.number)
      """;

  private static final String DECISIONS =
      COLUMNS
          + """
          from decision d
          left join report r on false
          left join complaint k on k.decision = d.id and k.report is null
          """
          + THING;

  private static final String REPORTS =
      COLUMNS
          + """
          from report r
          left join decision d on d.id = r.decision
          left join complaint k on k.decision = d.id and k.report = r.id
          """
          + THING;

  private final JdbcClient db;

  Cases(JdbcClient db) {
    this.db = db;
  }

  /** What was decided on somebody's comments and account to their disadvantage, or lifted. */
  List<Case> against(AccountId account) {
    return db.sql(
            DECISIONS + "where d.account = ? and d.kind <> 'keep' order by d.id desc limit 100")
        .param(account.value())
        .query(Cases::row)
        .list();
  }

  /** What somebody reported, newest first. */
  List<Case> reportedBy(AccountId account) {
    return db.sql(REPORTS + "where r.reporter = ? order by r.id desc limit 100")
        .param(account.value())
        .query(Cases::row)
        .list();
  }

  /** One case: as whom the decision concerns sees it, or as the reporter does. */
  Optional<Case> find(long decision, @Nullable Long report) {
    return report == null
        ? db.sql(DECISIONS + "where d.id = ?").param(decision).query(Cases::row).optional()
        : db.sql(REPORTS + "where d.id = ? and r.id = ?")
            .params(decision, report)
            .query(Cases::row)
            .optional();
  }

  /** A report, open or decided. */
  Optional<Case> ofReport(long report) {
    return db.sql(REPORTS + "where r.id = ?").param(report).query(Cases::row).optional();
  }

  private static Case row(ResultSet row, int number) throws SQLException {
    return new Case(
        row.getObject("r_id") == null ? null : Reports.report(row),
        row.getObject("d_id") == null ? null : Decisions.decision(row),
        row.getObject("k_id") == null ? null : Complaints.complaint(row),
        row.getString("headline"),
        row.getString("text"));
  }
}
