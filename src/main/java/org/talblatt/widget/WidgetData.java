package org.talblatt.widget;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;

/** What this room holds on people: by which houses' word they are let in. */
@Component
class WidgetData implements PersonalData {
  private final Logins logins;

  WidgetData(Logins logins) {
    this.logins = logins;
  }

  @Override
  public Set<String> columns() {
    return Set.of("widget_login.account");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section(
        "site-logins",
        "widget.data-logins",
        rows -> logins.of(account).forEach(link -> rows.accept(record(link))));
  }

  private static PersonalRecord record(Logins.Link link) {
    return new PersonalRecord()
        .with("site", "widget.data-site", link.site())
        .with("subject", "widget.data-subject", link.subject())
        .with("linkedAt", "widget.data-linked", link.linkedAt());
  }

  @Override
  public boolean erase(Leaver leaver) {
    logins.deleteAll(leaver.account());
    return false;
  }
}
