/** Tests of the check against samples. */
@NullMarked
package org.talblatt.wire.check;

import org.jspecify.annotations.NullMarked;
