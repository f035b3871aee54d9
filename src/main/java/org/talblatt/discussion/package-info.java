/** Threads, comments, votes, mentions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "platform", "paper", "identity", "article"})
package org.talblatt.discussion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
