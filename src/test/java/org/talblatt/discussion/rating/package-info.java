/** Tests of the room that finds rings. */
@NullMarked
package org.talblatt.discussion.rating;

import org.jspecify.annotations.NullMarked;
