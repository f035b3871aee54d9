/** Tests of the hot path. */
@NullMarked
package org.talblatt.platform.page;

import org.jspecify.annotations.NullMarked;
