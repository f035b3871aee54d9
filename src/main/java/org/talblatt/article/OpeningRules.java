package org.talblatt.article;

import java.time.Instant;

/**
 * How the talk under a new article begins, where whoever publishes it doesn't say. Implemented
 * above this room, by what keeps the paper's settings for its talk.
 */
public interface OpeningRules {
  /** The rules of an article of this section that comes out at this moment. */
  DiscussionRules under(String section, Instant published);
}
