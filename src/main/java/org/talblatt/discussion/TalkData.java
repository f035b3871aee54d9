package org.talblatt.discussion;

import java.net.URI;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.base.Links;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.Leaving;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;
import org.talblatt.platform.Settings;

/** What the talk holds on people: comments with every version, votes, mentions, visits. */
@Component
class TalkData implements PersonalData {
  private final TalkRecords records;
  private final Departures departures;
  private final MentionsOfOne mentions;
  private final Links links;

  TalkData(TalkRecords records, Departures departures, MentionsOfOne mentions, Settings settings) {
    this.records = records;
    this.departures = departures;
    this.mentions = mentions;
    this.links = settings.links();
  }

  @Override
  public Set<String> columns() {
    return Set.of(
        "comment.author",
        "vote.account",
        "vote_ring_vote.account",
        "mention.account",
        "article_visit.account");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section(
        "comments",
        "leaving.data-comments",
        rows -> records.comments(account, row -> rows.accept(comment(row))));
    into.section(
        "votes",
        "leaving.data-votes",
        rows -> records.votes(account, row -> rows.accept(vote(row))));
    into.section(
        "mentions",
        "leaving.data-mentions",
        rows -> records.mentions(account, row -> rows.accept(place(row))));
    into.section(
        "visits",
        "leaving.data-visits",
        rows -> records.visits(account, row -> rows.accept(visit(row))));
  }

  private PersonalRecord comment(TalkRecords.Written written) {
    return place(written.place())
        .with("replyTo", "leaving.data-reply-to", written.replyTo())
        .with("state", "leaving.data-state", written.state())
        .with("text", "leaving.data-text", written.text())
        .with(
            "earlierTexts",
            "leaving.data-earlier",
            written.earlier().isEmpty() ? null : written.earlier())
        .with("createdAt", "leaving.data-created", written.createdAt())
        .with("editedAt", "leaving.data-edited", written.editedAt())
        .with("up", "leaving.data-up", written.up())
        .with("down", "leaving.data-down", written.down());
  }

  private PersonalRecord vote(TalkRecords.Voted voted) {
    return place(voted.place())
        .with("value", "leaving.data-value", voted.value())
        .with("votedAt", "leaving.data-voted", voted.at())
        .with("counts", "rating.data-counts", voted.counts())
        .with("network", "rating.data-network", voted.network());
  }

  private PersonalRecord visit(TalkRecords.Visited visited) {
    return new PersonalRecord()
        .with("article", "leaving.data-article", visited.article().value())
        .with("headline", "leaving.data-headline", visited.headline())
        .with("seen", "leaving.data-seen", visited.seen())
        .with("url", "leaving.data-address", address(Links.article(visited.article())));
  }

  private PersonalRecord place(TalkRecords.Place place) {
    return new PersonalRecord()
        .with("article", "leaving.data-article", place.id().article().value())
        .with("headline", "leaving.data-headline", place.headline())
        .with("number", "leaving.data-number", place.id().number())
        .with("url", "leaving.data-address", address(Links.comment(place.id())));
  }

  private URI address(String path) {
    return URI.create(links.absolute(path));
  }

  @Override
  public boolean hide(Leaver leaver) {
    return switch (leaver.way()) {
      case DELETE -> departures.takeDown(leaver.account());
      case ANONYMOUS -> departures.number(leaver.account());
      case KEEP -> false;
    };
  }

  @Override
  public boolean show(AccountId account) {
    return departures.putBack(account) || departures.name(account);
  }

  @Override
  public boolean erase(Leaver leaver) {
    AccountId account = leaver.account();
    return departures.takeVotesBack(account)
        // only then: without its ring a vote would count again
        || departures.leaveRings(account)
        || departures.eraseVersions(account)
        || mentions.unlink(account)
        || departures.eraseTexts(account)
        || (leaver.way() != Leaving.KEEP && departures.handOver(account, leaver.nobody()))
        || departures.forgetVisits(account);
  }
}
