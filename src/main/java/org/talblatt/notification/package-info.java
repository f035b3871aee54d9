/**
 * What happened in the talk and concerns a reader: the bell, its list, mails as often as wanted.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "base",
      "platform",
      "paper",
      "identity",
      "article",
      "discussion",
      "moderation"
    })
package org.talblatt.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
