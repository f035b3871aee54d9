/** RSS, Atom and JSON Feed. */
@NullMarked
package org.talblatt.wire.format.feed;

import org.jspecify.annotations.NullMarked;
