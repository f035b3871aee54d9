/** Tests of the discussion. */
@NullMarked
package org.talblatt.discussion;

import org.jspecify.annotations.NullMarked;
