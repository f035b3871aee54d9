package org.talblatt.testing;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.Draft;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.platform.text.ArticleHtml;

/** Published articles for tests, made through the door. */
public final class TestArticles {
  private TestArticles() {}

  /** An article in the section "politik" that everybody may talk under. */
  public static ArticleId publish(TestPaper paper, String headline) {
    return publish(paper, headline, DiscussionRules.OPEN);
  }

  /** An article in the section "politik" with these rules for its discussion. */
  public static ArticleId publish(TestPaper paper, String headline, DiscussionRules rules) {
    paper.door(Sections.class).put(new Section("politik", "Politik", 1, "de"));
    return paper
        .door(Publishing.class)
        .publish(draft(headline, rules), null, Clock.systemUTC().instant());
  }

  /** What an editor could have typed. */
  public static Draft draft(String headline, @Nullable DiscussionRules rules) {
    return new Draft(
        "politik",
        headline,
        "",
        "",
        "",
        "",
        "APA/dpa",
        "Wien",
        ArticleHtml.clean("<p>Text.</p>"),
        "de",
        "",
        null,
        List.of(),
        0,
        rules,
        null);
  }

  /** The same, by somebody. */
  public static Draft withByline(Draft draft, String byline) {
    return new Draft(
        draft.section(),
        draft.headline(),
        draft.kicker(),
        draft.subhead(),
        draft.teaser(),
        byline,
        draft.credit(),
        draft.dateline(),
        draft.body(),
        draft.language(),
        draft.correctionNote(),
        draft.picture(),
        draft.topics(),
        draft.weight(),
        draft.discussion(),
        draft.embargoUntil());
  }

  /** The same, under another headline. */
  public static Draft withHeadline(Draft draft, String headline) {
    return new Draft(
        draft.section(),
        headline,
        draft.kicker(),
        draft.subhead(),
        draft.teaser(),
        draft.byline(),
        draft.credit(),
        draft.dateline(),
        draft.body(),
        draft.language(),
        draft.correctionNote(),
        draft.picture(),
        draft.topics(),
        draft.weight(),
        draft.discussion(),
        draft.embargoUntil());
  }
}
