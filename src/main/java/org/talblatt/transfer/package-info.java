/**
 * What comes from other systems and what goes to them. Knows every feature's door, and no feature
 * knows it.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"base", "platform", "paper", "identity", "article", "discussion"})
package org.talblatt.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
