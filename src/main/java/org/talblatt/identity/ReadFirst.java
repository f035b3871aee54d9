package org.talblatt.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;

/** Whose first comments a moderator reads before they are published. */
@Component
public class ReadFirst {
  private final JdbcClient db;

  ReadFirst(JdbcClient db) {
    this.db = db;
  }

  /** Enough of them were read: from now on they are published at once. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void over(AccountId account) {
    db.sql("update account set read_first = false where id = ? and read_first")
        .param(account.value())
        .update();
  }
}
