package org.talblatt.identity;

import gg.jte.Content;
import org.talblatt.platform.text.Messages;

/**
 * A further way to log in, shown under the login form: a bean of the room it belongs to, ordered by
 * {@code @Order}. Whoever succeeds is let in by {@link Entrance#admit}.
 */
public interface LoginOffer {
  /** The part of the login page that offers it, carrying on where they came from. */
  Content offer(Whence whence, Messages words);
}
