/** Tests of what comes in live. */
@NullMarked
package org.talblatt.discussion.live;

import org.jspecify.annotations.NullMarked;
