/** Tests of the wire. */
@NullMarked
package org.talblatt.wire;

import org.jspecify.annotations.NullMarked;
