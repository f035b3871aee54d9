package org.talblatt.identity;

import gg.jte.Content;
import org.talblatt.platform.text.Messages;

/**
 * A part of {@code /konto/sicherheit} with its own {@code h2}: a bean of the room it belongs to,
 * ordered by {@code @Order} (codes 10, passkeys 20, linked logins 30).
 */
public interface SecuritySection {
  /** The part as this reader sees it. */
  Content section(Reader reader, Messages words);
}
