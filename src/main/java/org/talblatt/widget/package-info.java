/**
 * The talk on pages of other houses: which sites may show it, whom they vouch for, the fragments
 * that their pages fetch, and the short-lived passes by which their readers write.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"base", "platform", "paper", "identity", "article", "discussion"})
package org.talblatt.widget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
