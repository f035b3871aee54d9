package org.talblatt.desk;

import java.util.List;
import org.talblatt.article.Draft;
import org.talblatt.platform.text.SafeHtml;

/** What an agency and we can both change in an article. */
record AgencyText(
    String headline,
    String kicker,
    String subhead,
    String teaser,
    String byline,
    String credit,
    String dateline,
    SafeHtml body,
    List<String> topics) {
  /**
   * Where an article wasn't made of the agency's text: what both say differently is for editors.
   */
  static final AgencyText NONE =
      new AgencyText("", "", "", "", "", "", "", SafeHtml.EMPTY, List.of());

  static AgencyText of(Draft draft) {
    return new AgencyText(
        draft.headline(),
        draft.kicker(),
        draft.subhead(),
        draft.teaser(),
        draft.byline(),
        draft.credit(),
        draft.dateline(),
        draft.body(),
        draft.topics());
  }
}
