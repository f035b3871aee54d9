/** NewsML-G2: messages, news items and packages. */
@NullMarked
package org.talblatt.wire.format.g2;

import org.jspecify.annotations.NullMarked;
