package org.talblatt.discussion.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.discussion.TalkNews;
import org.talblatt.discussion.TalkRules;
import org.talblatt.platform.text.Messages;

/**
 * A talk that somebody listens to: the last changes, for who comes a moment later or could not
 * follow.
 */
final class OpenTalk {
  /** Who missed more looks for what is new by themselves. */
  private static final int REMEMBERED = 64;

  private final Deque<Told.Change> changes = new ArrayDeque<>();
  private long change;

  /** Both sides of one reading: for those who listen, and for those who come later. */
  record Sides(Told news, Told greeting) {}

  /** The first thing said about it. */
  Told begin(OpenTalks.Talk talk) {
    change = talk.change();
    return told(talk, List.copyOf(changes), List.of());
  }

  /**
   * Puts what was heard into words.
   *
   * @param heard what was said to have changed; nothing where it was something without a name
   * @param talk read after it was heard, with all comments that it names
   * @param rating what of the votes everybody may see
   */
  Sides tell(OpenTalks.Talk talk, List<TalkNews> heard, TalkRules.Rating rating) {
    List<Told.Change> fresh = new ArrayList<>();
    List<Told.Votes> votes = new ArrayList<>();
    long highest = 0;
    for (TalkNews news : heard) {
      OpenTalks.Seen seen = talk.seen().get(news.id().number());
      if (news.kind() != TalkNews.Kind.VOTED) {
        fresh.add(change(news, seen));
        highest = Math.max(highest, news.change());
      } else if (seen != null && !seen.line()) {
        votes.addAll(votes(news.id().number(), seen, rating));
      }
    }
    // where nothing named raised it, what was read counts: something else did
    change = Math.max(change, heard.isEmpty() ? talk.change() : highest);
    remember(fresh);
    return new Sides(told(talk, fresh, votes), told(talk, List.copyOf(changes), List.of()));
  }

  private static List<Told.Votes> votes(int number, OpenTalks.Seen seen, TalkRules.Rating rating) {
    return switch (rating) {
      case BOTH -> List.of(new Told.Votes(number, seen.up(), seen.down()));
      case ONLY_UP -> List.of(new Told.Votes(number, seen.up(), 0));
      case HIDDEN_UNTIL_RATED, OFF -> List.of();
    };
  }

  /** What readers see decides, not what was said to happen: more may have happened since. */
  private static Told.Change change(TalkNews news, OpenTalks.@Nullable Seen seen) {
    int number = news.id().number();
    if (seen == null || seen.line()) {
      return new Told.Change(news.change(), number, "gone", null);
    }
    return news.kind() == TalkNews.Kind.NEW
        ? new Told.Change(news.change(), number, "new", seen.author())
        : new Told.Change(news.change(), number, "edited", null);
  }

  private void remember(List<Told.Change> fresh) {
    changes.addAll(fresh);
    while (changes.size() > REMEMBERED) {
      changes.removeFirst();
    }
  }

  private Told told(OpenTalks.Talk talk, List<Told.Change> said, List<Told.Votes> votes) {
    String title =
        Messages.of(talk.language()).get("discussion.title", talk.published(), talk.headline());
    return new Told(change, talk.last(), talk.published(), title, said, votes);
  }
}
