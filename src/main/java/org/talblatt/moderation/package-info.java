/**
 * Reports, decisions, suspensions, objections, evidence: whatever is done to a comment or an
 * account has a reason that the person concerned is told and can object to.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"base", "platform", "paper", "identity", "article", "discussion"})
package org.talblatt.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
