package org.talblatt.identity.staff;

import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;

/** Invitations hold the address of who is invited, and the number of who did it. */
@Repository
class InvitationData implements PersonalData {
  private final JdbcClient db;

  InvitationData(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Set<String> columns() {
    return Set.of("invitation.email", "invitation.email_key", "invitation.invited_by");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section("invitations", "staff.invitations", rows -> invitations(account, rows));
  }

  private void invitations(AccountId account, Consumer<PersonalRecord> rows) {
    RowCallbackHandler each =
        row ->
            rows.accept(
                new PersonalRecord()
                    .with("email", "staff.mail", row.getString(1))
                    .with("createdAt", "leaving.data-created", row.getTimestamp(2).toInstant()));
    db.sql(
            """
            select i.email, i.created_at from invitation i join account a on a.id = :account
            where i.invited_by = a.id or i.email_key = a.email_key order by i.id
            """)
        .param("account", account.value())
        .query(each);
  }

  @Override
  public boolean erase(Leaver leaver) {
    long account = leaver.account().value();
    db.sql("update invitation set invited_by = null where invited_by = ?").param(account).update();
    db.sql(
            """
            delete from invitation where email_key = (select email_key from account where id = ?)
            """)
        .param(account)
        .update();
    return false;
  }
}
