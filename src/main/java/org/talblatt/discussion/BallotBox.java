package org.talblatt.discussion;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.platform.page.PageChanges;

/**
 * Takes votes. The comment is locked until the transaction ends, so that its counts equal a recount
 * of the votes that count; one that was set aside with its ring changes nothing but itself.
 */
@Component
class BallotBox {
  private final Votes votes;
  private final PageChanges pages;

  BallotBox(Votes votes, PageChanges pages) {
    this.votes = votes;
    this.pages = pages;
  }

  /** A vote on somebody else's comment that everybody can see. */
  Rated cast(
      Reader reader, CommentId id, Vote vote, @Nullable String block, TalkRules.Rating rating) {
    rating.check(vote);
    Votes.Target target = votes.lock(id).orElseThrow(Failure::notFound);
    if (target.state() != Comment.State.PUBLISHED) {
      throw Failure.notFound();
    }
    if (target.author().equals(reader.account())) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "discussion.vote-own");
    }
    return put(reader, id, vote, target, block).under(rating);
  }

  /** Takes the own vote back, wherever the comment stands. */
  void withdraw(Reader reader, CommentId id) {
    put(reader, id, Vote.NONE, votes.lock(id).orElseThrow(Failure::notFound), null);
  }

  private Rated put(
      Reader reader, CommentId id, Vote vote, Votes.Target target, @Nullable String block) {
    Votes.Own before = votes.of(reader.account(), id);
    if (vote == before.vote()) {
      return new Rated(target.up(), target.down(), vote);
    }
    votes.put(reader.account(), id, vote, block);
    if (before.aside()) {
      return new Rated(target.up(), target.down(), vote);
    }
    int up = (vote == Vote.UP ? 1 : 0) - (before.vote() == Vote.UP ? 1 : 0);
    int down = (vote == Vote.DOWN ? 1 : 0) - (before.vote() == Vote.DOWN ? 1 : 0);
    votes.count(id, up, down);
    pages.countsChanged(
        "article:" + id.article(),
        "reader:" + target.author(),
        new TalkNews(id, TalkNews.Kind.VOTED, 0).mark());
    return new Rated(target.up() + up, target.down() + down, vote);
  }
}
