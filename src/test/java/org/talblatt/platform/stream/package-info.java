/** Tests of the hot path. */
@NullMarked
package org.talblatt.platform.stream;

import org.jspecify.annotations.NullMarked;
