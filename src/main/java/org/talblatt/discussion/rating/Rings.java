package org.talblatt.discussion.rating;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.Failure;
import org.talblatt.discussion.SetAside;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;

/**
 * The door to rings. What is found waits for a moderator, nothing happens by itself; each verdict
 * is in the audit log and can be taken back.
 */
@Service
class Rings {
  private final VoteRings votes;
  private final RingPatterns patterns;
  private final SetAside counts;
  private final AuditLog audit;

  Rings(VoteRings votes, RingPatterns patterns, SetAside counts, AuditLog audit) {
    this.votes = votes;
    this.patterns = patterns;
    this.counts = counts;
    this.audit = audit;
  }

  /** Keeps what was found; where most of its members already wait as a ring, it is the same one. */
  @Transactional
  public void note(FoundRing found, boolean oneBlock, Instant at) {
    Optional<Long> known = votes.openWith(found.accounts());
    if (known.isPresent() && !votes.extend(known.get(), found, oneBlock)) {
      return;
    }
    long ring = known.orElseGet(() -> votes.add(found, oneBlock, at));
    votes.add(ring, found.votes());
  }

  /** Those that wait, then those judged, newest first. */
  List<Ring> all(Reader moderator) {
    if (!sees(moderator)) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "staff.all-sections-needed");
    }
    return patterns.all();
  }

  /** A ring's people vote everywhere: it is for who moderates all sections, or publishes. */
  static boolean sees(Reader reader) {
    return reader.has(Role.PUBLISHER)
        || (reader.has(Role.MODERATOR) && reader.rights().everywhere(Role.MODERATOR));
  }

  /** Its votes don't count any more. */
  @Transactional
  public void setAside(Reader moderator, Actor actor, long id, RingGround ground, Instant at) {
    Ring ring = judged(moderator, id, "open");
    patterns.judge(id, "aside", ground, at);
    counts.take(id);
    audit(actor, "vote-ring.set-aside", ring, ground.word() + "; ");
  }

  /** Its votes count again, and it waits again. */
  @Transactional
  public void putBack(Reader moderator, Actor actor, long id) {
    Ring ring = judged(moderator, id, "aside");
    patterns.reopen(id);
    counts.putBack(id);
    audit(actor, "vote-ring.put-back", ring, "");
  }

  /** It is none: a family, a school, a village that agrees. */
  @Transactional
  public void harmless(Reader moderator, Actor actor, long id, Instant at) {
    Ring ring = judged(moderator, id, "open");
    patterns.judge(id, "harmless", null, at);
    audit(actor, "vote-ring.harmless", ring, "");
  }

  private Ring judged(Reader moderator, long id, String state) {
    moderator.requireEverywhere(Role.MODERATOR);
    if (!patterns.lock(id).orElseThrow(Failure::notFound).equals(state)) {
      throw Failure.of(Failure.Kind.CONFLICT, "rating.judged-meanwhile");
    }
    return patterns.one(id).orElseThrow(Failure::notFound);
  }

  private void audit(Actor actor, String what, Ring ring, String ground) {
    String pattern =
        "%d accounts, %d comments, +%d -%d"
            .formatted(ring.accounts(), ring.comments(), ring.up(), ring.down());
    audit.record(AuditEntry.of(actor, what, "vote-ring " + ring.id(), ground + pattern));
  }
}
