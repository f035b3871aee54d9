/** Tests of the formats. */
@NullMarked
package org.talblatt.wire.format;

import org.jspecify.annotations.NullMarked;
