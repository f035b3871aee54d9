/** New comments and counts, told to everybody who has an article open while they come in. */
@NullMarked
package org.talblatt.discussion.live;

import org.jspecify.annotations.NullMarked;
