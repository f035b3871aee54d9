/** ninjs 1, 2 and 3: IPTC's news in JSON. */
@NullMarked
package org.talblatt.wire.format.ninjs;

import org.jspecify.annotations.NullMarked;
