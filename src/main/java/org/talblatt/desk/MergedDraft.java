package org.talblatt.desk;

import org.talblatt.article.Draft;
import org.talblatt.platform.text.SafeHtml;

/** An article with more text and another credit, all else as it was. */
final class MergedDraft {
  private MergedDraft() {}

  static Draft of(Draft draft, SafeHtml body, String credit) {
    return new Draft(
        draft.section(),
        draft.headline(),
        draft.kicker(),
        draft.subhead(),
        draft.teaser(),
        draft.byline(),
        credit,
        draft.dateline(),
        body,
        draft.language(),
        draft.correctionNote(),
        draft.picture(),
        draft.topics(),
        draft.weight(),
        draft.discussion(),
        draft.embargoUntil());
  }
}
