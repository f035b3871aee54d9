package org.talblatt.discussion;

import org.jspecify.annotations.Nullable;
import org.talblatt.base.AccountId;
import org.talblatt.platform.text.Messages;

/**
 * Who wrote a comment, as readers see them.
 *
 * @param account for who has left, the one that stands for all former members
 * @param badge what they are: who wrote the article, whom it mentions, {@code moderator} or {@code
 *     editor}; the word of a message. Null for everybody else
 * @param former has left and taken their name along; there is no page about them
 */
public record Author(AccountId account, String name, @Nullable String badge, boolean former) {

  /** Who left: "ehemaliges Mitglied 2". */
  static Author former(AccountId account, @Nullable Integer number, String language) {
    Messages messages = Messages.of(language);
    String name =
        number == null
            ? messages.get("discussion.former")
            : messages.get("discussion.former-number", number);
    return new Author(account, name, null, true);
  }
}
