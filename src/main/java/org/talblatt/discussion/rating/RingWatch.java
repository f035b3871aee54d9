package org.talblatt.discussion.rating;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talblatt.platform.jobs.Chore;

/** Looks for rings where somebody voted, and forgets after 14 days where votes came from. */
@Configuration
class RingWatch {
  private static final byte[] FIRST = {};

  private final VoteRings votes;
  private final Rings rings;

  RingWatch(VoteRings votes, Rings rings) {
    this.votes = votes;
    this.rings = rings;
  }

  @Bean
  Chore findRingsOfABlock() {
    return new Chore("rating-rings-of-a-block", Duration.ofMinutes(10), this::lookAtBlocks);
  }

  /** Over all votes, so less often. */
  @Bean
  Chore findRingsAnywhere() {
    return new Chore("rating-rings-anywhere", Duration.ofHours(1), this::lookEverywhere);
  }

  @Bean
  Chore forgetWhereVotesCameFrom() {
    return new Chore("rating-forget", Duration.ofHours(1), this::forget);
  }

  private void lookAtBlocks() {
    VoteRings.Look look = votes.blocksLook();
    byte[] behind = FIRST;
    while (behind != null) {
      List<byte[]> blocks = votes.blocks(look, behind);
      for (byte[] block : votes.busy(blocks, Measure.ONE_BLOCK)) {
        RingFinder.find(votes.from(block), Measure.ONE_BLOCK)
            .forEach(found -> rings.note(found, true, look.until()));
      }
      behind = blocks.isEmpty() ? null : blocks.getLast();
    }
    votes.blocksLooked(look);
  }

  private void lookEverywhere() {
    VoteRings.Look look = votes.allLook();
    if (votes.anySince(look)) {
      RingFinder.find(votes.newest(), Measure.ANYWHERE)
          .forEach(found -> rings.note(found, false, look.until()));
    }
    votes.allLooked(look);
  }

  private void forget() {
    while (votes.forgetOrigins()) {
      // until there is no more
    }
    votes.forgetOld();
  }
}
