package org.talblatt.notification;

import gg.jte.Content;
import java.util.Optional;
import org.talblatt.identity.Reader;
import org.talblatt.identity.SessionToken;
import org.talblatt.platform.text.Messages;

/** A part of {@code /konto/mitteilungen} with its own {@code h2}: another way to hear of things. */
public interface ChoiceSection {
  /**
   * The part as this reader sees it; empty where there is nothing to choose.
   *
   * @param session the one that asks
   */
  Optional<Content> section(Reader reader, Optional<SessionToken> session, Messages words);
}
