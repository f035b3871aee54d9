package org.talblatt.identity;

import gg.jte.Content;
import java.util.Optional;
import org.talblatt.base.AccountId;
import org.talblatt.platform.text.Messages;

/**
 * Something else than a code for the second step of a login: a bean of the room it belongs to,
 * ordered by {@code @Order}. Whoever succeeds is let in by {@link Entrance#admit}, which finds the
 * text that waits.
 */
public interface StepOffer {
  /**
   * The part of the page that offers it; empty where this account has nothing of the kind.
   *
   * @param account whose password or link was right
   * @param back a path of ours to go on to
   */
  Optional<Content> offer(AccountId account, String back, Messages words);
}
