/**
 * What the newsroom decides about the talk: the paper's and each section's settings, one article's
 * own rules, branches that take no more answers, pinned comments, badges, versions.
 */
@NullMarked
package org.talblatt.discussion.rules;

import org.jspecify.annotations.NullMarked;
