/**
 * Rings: accounts that rate the same comments in the same minutes. Finds them, shows moderators the
 * pattern and no voter, and lets them set the votes aside.
 */
@NullMarked
package org.talblatt.discussion.rating;

import org.jspecify.annotations.NullMarked;
