/** Press releases as press services send them, in plain text. */
@NullMarked
package org.talblatt.wire.format.release;

import org.jspecify.annotations.NullMarked;
