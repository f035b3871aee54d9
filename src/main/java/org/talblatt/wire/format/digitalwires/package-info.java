/** dpa digitalwires JSON. */
@NullMarked
package org.talblatt.wire.format.digitalwires;

import org.jspecify.annotations.NullMarked;
