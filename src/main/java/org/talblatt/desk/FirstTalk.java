package org.talblatt.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.OpeningRules;
import org.talblatt.article.Publishing;
import org.talblatt.base.ArticleId;
import org.talblatt.wire.WireEntry;

/** How the talk begins under an agency's article where the newsroom's rules are stricter. */
@Component
class FirstTalk {
  private final Publishing publishing;
  private final OpeningRules opening;
  private final Clock clock;

  FirstTalk(Publishing publishing, OpeningRules opening, Clock clock) {
    this.publishing = publishing;
    this.opening = opening;
    this.clock = clock;
  }

  /** Inside the publisher's transaction: readers never find it more open. */
  void begin(ArticleId article, String section, WireEntry entry) {
    String word = entry.route().discussion();
    if (word.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Instant embargo = entry.embargo();
    Instant published = embargo != null && embargo.isAfter(now) ? embargo : now;
    DiscussionRules usual = opening.under(section, published);
    DiscussionRules.Mode mode = DiscussionRules.Mode.valueOf(word.toUpperCase(Locale.ROOT));
    if (mode.compareTo(usual.mode()) > 0) {
      publishing.discuss(
          article, new DiscussionRules(mode, usual.closesAt(), usual.slow(), usual.memberDays()));
    }
  }
}
