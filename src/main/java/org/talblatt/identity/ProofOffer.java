package org.talblatt.identity;

import gg.jte.Content;
import java.util.Optional;
import org.talblatt.platform.text.Messages;

/**
 * A further way to show on {@code /konto/bestaetigen} who one is: a bean of the room it belongs to,
 * ordered by {@code @Order}. Whoever succeeds goes on by {@link Entrance#renew}.
 */
public interface ProofOffer {
  /**
   * The part of the page that offers it; empty where this reader can't use it.
   *
   * @param back a path of ours to go on to
   */
  Optional<Content> offer(Reader reader, String back, Messages words);
}
