package org.talblatt.discussion;

import java.util.Set;
import org.talblatt.base.AccountId;
import org.talblatt.platform.text.SafeHtml;

/** A text from elsewhere, read and rendered like any other. */
public final class CarriedText {
  private final String text;
  private final SafeHtml html;
  private final Set<AccountId> mentioned;

  CarriedText(String text, SafeHtml html, Set<AccountId> mentioned) {
    this.text = text;
    this.html = html;
    this.mentioned = mentioned;
  }

  String text() {
    return text;
  }

  SafeHtml html() {
    return html;
  }

  Set<AccountId> mentioned() {
    return mentioned;
  }
}
